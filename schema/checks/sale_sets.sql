-- title:  A package that was sold is not the sum of its lines
-- on:     sale_set
SELECT k.id, d.number, k.text, k.amount, sum(l.amount) AS lines, k.discount, sum(l.discount) AS line_discounts
FROM sale_set k
JOIN document d ON d.id = k.sale_id
LEFT JOIN sale_line l ON l.set_id = k.id AND l.sale_id = k.sale_id
GROUP BY k.id
HAVING count(l.id) = 0 OR k.amount <> sum(l.amount) OR k.discount <> sum(l.discount) OR min(l.pos) <> k.pos
