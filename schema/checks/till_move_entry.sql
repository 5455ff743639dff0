-- title:  Money in or out of a till is not what its entry says
-- on:     till_move
SELECT m.id, d.number, m.amount,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.account_id = 1 AND l.shift_id = m.shift_id) AS posted
FROM till_move m
JOIN document d ON d.id = m.document_id
WHERE m.amount IS NOT (SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.account_id = 1 AND l.shift_id = m.shift_id)
