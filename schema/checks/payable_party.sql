-- title:  What a supplier is owed is not the sum of what is open
-- on:     party_balance
SELECT b.id, p.name AS party, -b.amount AS owed,
	(SELECT sum(o.amount) FROM payable_open o WHERE o.party_id = b.party_id) AS open
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 9 AND -b.amount <> ifnull((SELECT sum(o.amount) FROM payable_open o WHERE o.party_id = b.party_id), 0)
