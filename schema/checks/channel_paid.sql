-- title:  A transfer of a channel is not the sum of its lines
-- on:     channel_pay
SELECT c.id, d.number, c.amount, c.fee
FROM channel_pay c
JOIN document d ON d.id = c.id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.id)
	AND (c.amount <> ifnull((SELECT sum(l.amount) FROM channel_line l WHERE l.document_id = c.id), 0)
	OR c.fee <> ifnull((SELECT sum(l.fee) FROM channel_line l WHERE l.document_id = c.id), 0)
	OR c.amount - c.fee <> ifnull((SELECT sum(x.amount) FROM entry e JOIN entry_line x ON x.entry_id = e.id
		WHERE e.document_id = c.id AND x.account_id = 2), 0))
