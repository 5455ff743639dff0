-- title:  What a supplier is to credit for old cores is not what was sent and not credited
-- on:     party_balance
SELECT b.id, p.name AS party, b.amount AS due
FROM party_balance b
JOIN party p ON p.id = b.party_id
WHERE b.account_id = 54 AND b.amount <> ifnull((SELECT sum(c.amount) FROM core_due c WHERE c.supplier_id = b.party_id), 0)
