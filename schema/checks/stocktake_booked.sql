-- title:  A stocktake's gain and loss are not in its entry
-- on:     document
SELECT d.id, d.number, (SELECT sum(f.value + f.cost_value) FROM stocktake_found f WHERE f.document_id = d.id) AS found,
	(SELECT -sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id WHERE e.document_id = d.id AND l.account_id = 41) AS posted
FROM document d
WHERE d.kind_id = 66 AND ifnull((SELECT sum(f.value + f.cost_value) FROM stocktake_found f WHERE f.document_id = d.id), 0) <>
	ifnull((SELECT -sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id WHERE e.document_id = d.id AND l.account_id = 41), 0)
