-- title:  What a party owes is not the sum of its open bills
WITH open AS (SELECT party_id, sum(amount) AS amount FROM bill_open GROUP BY party_id)
SELECT p.name AS party, b.amount AS owes, o.amount AS open
FROM party_balance b
JOIN party p ON p.id = b.party_id
LEFT JOIN open o ON o.party_id = b.party_id
WHERE b.account_id = 6 AND b.amount <> ifnull(o.amount, 0)
