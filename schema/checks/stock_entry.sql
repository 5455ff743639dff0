-- title:  The value of goods that a document moved is not in its entry
-- on:     stock_move
SELECT m.id, d.number, (SELECT sum(x.value) FROM stock_move x WHERE x.document_id = m.document_id) AS moved,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.account_id = 7) AS posted
FROM stock_move m
JOIN document d ON d.id = m.document_id
WHERE (SELECT sum(x.value) FROM stock_move x WHERE x.document_id = m.document_id) <>
	ifnull((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.account_id = 7), 0)
