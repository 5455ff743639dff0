-- title:  The deposits held for a customer's old cores are not those that he still owes
-- on:     party_balance
SELECT b.id, p.name AS party, -b.amount AS held
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 53 AND -b.amount <> ifnull((SELECT sum(o.amount) FROM core_open o
	WHERE o.party_id = b.party_id), 0)
