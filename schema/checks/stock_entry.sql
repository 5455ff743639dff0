-- title:  The value of goods that a document moved is not in its entry
-- on:     document
SELECT d.id, d.number, (SELECT sum(m.value) FROM stock_move m WHERE m.document_id = d.id) AS moved,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = d.id AND l.account_id = 7) AS posted
FROM document d
WHERE ifnull((SELECT sum(m.value) FROM stock_move m WHERE m.document_id = d.id), 0) <>
	ifnull((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = d.id AND l.account_id = 7), 0)
