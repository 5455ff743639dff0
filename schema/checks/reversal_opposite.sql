-- title:  A reversal is not the opposite of its document
-- on:     document
SELECT r.id, r.number, d.number AS reverses, r.amount, d.amount AS reversed
FROM document r
JOIN document d ON d.id = r.reverses_id
WHERE r.amount <> -d.amount OR r.day < d.day OR r.kind_id <> 12 OR EXISTS (
	SELECT 1 FROM entry e JOIN entry_line l ON l.entry_id = e.id
	WHERE e.document_id IN (r.id, d.id) AND l.account_id NOT IN (6, 7, 8, 11, 22)
	GROUP BY l.account_id HAVING sum(l.amount) <> 0)
