-- title:  What a party owes is not the sum of its open bills
-- on:     party_balance
SELECT b.id, p.name AS party, b.amount AS owes,
	(SELECT sum(o.amount) FROM bill_open o WHERE o.party_id = b.party_id) AS open
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 6 AND b.amount <> ifnull((SELECT sum(o.amount) FROM bill_open o WHERE o.party_id = b.party_id), 0)
