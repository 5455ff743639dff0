-- title:  What a supplier is to credit for old cores is not what was sent and not credited
-- on:     party_balance
SELECT b.id, p.name AS party, b.amount AS due
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 54 AND b.amount <> ifnull((SELECT sum(s.amount) FROM core_sent s WHERE s.supplier_id = b.party_id
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.document_id)
	AND NOT EXISTS (SELECT 1 FROM core_credit c WHERE c.sent_id = s.document_id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id))), 0)
