-- title:  Money that was taken or given back is not what its entry says
-- on:     payment
SELECT y.id, d.number, (SELECT sum(o.amount) FROM payment o JOIN pay_method m ON m.id = o.method_id
		WHERE o.document_id = y.document_id AND m.money) AS money,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = y.document_id AND EXISTS (SELECT 1 FROM pay_method m WHERE m.account_id = l.account_id AND m.money)) AS posted
FROM payment y
JOIN document d ON d.id = y.document_id
WHERE (SELECT sum(o.amount) FROM payment o JOIN pay_method m ON m.id = o.method_id
		WHERE o.document_id = y.document_id AND m.money) IS NOT
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = y.document_id AND EXISTS (SELECT 1 FROM pay_method m WHERE m.account_id = l.account_id AND m.money))
