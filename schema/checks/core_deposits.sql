-- title:  The deposits held for a customer's old cores are not those that he still owes
-- on:     party_balance
SELECT b.id, p.name AS party, -b.amount AS held
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 53 AND -b.amount <> ifnull((SELECT sum(o.amount - ifnull((SELECT sum(k.amount) FROM core_back k WHERE k.core_id = o.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)), 0))
	FROM party y JOIN core o ON o.party_id = y.id
	WHERE (y.id = b.party_id OR y.merged_into = b.party_id) AND (y.id <> b.party_id OR y.merged_into IS NULL)
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = o.document_id)), 0)
