-- title:  Red letters take more of an invoice back than it had
-- on:     invoice
SELECT i.id, i.code || i.no AS invoice, i.amount, sum(r.amount) AS taken_back
FROM invoice i
JOIN invoice r ON r.red_of = i.id AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.id)
GROUP BY i.id
HAVING sum(r.amount) + i.amount < 0 OR EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = i.id)
