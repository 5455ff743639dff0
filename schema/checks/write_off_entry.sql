-- title:  What was written off is not what the entry says
-- on:     write_off
SELECT w.id, d.number,
	(SELECT sum(x.amount) FROM write_off x WHERE x.document_id = w.document_id AND x.how <> 'customer') AS written_off,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = w.document_id AND l.account_id IN (63, 65)) AS posted
FROM write_off w
JOIN document d ON d.id = w.document_id
WHERE (SELECT sum(x.amount) FROM write_off x WHERE x.document_id = w.document_id AND x.how <> 'customer') IS NOT
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = w.document_id AND l.account_id IN (63, 65))
