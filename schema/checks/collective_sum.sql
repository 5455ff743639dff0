-- title:  A collective bill is not the sum of its bills
-- on:     collective
SELECT k.id, d.number, k.amount, sum(c.amount) AS bills
FROM collective k
JOIN document d ON d.id = k.id
LEFT JOIN collective_bill c ON c.collective_id = k.id
GROUP BY k.id
HAVING k.amount <> ifnull(sum(c.amount), 0) OR k.amount <> d.amount
