-- title:  The bills of a sale are not its total
-- on:     sale
SELECT s.id, d.number, s.total, d.amount AS document, sum(b.amount) AS bills
FROM sale s
JOIN document d ON d.id = s.id
LEFT JOIN bill b ON b.document_id = s.id
GROUP BY s.id
HAVING s.total <> ifnull(sum(b.amount), 0) OR s.total <> d.amount
