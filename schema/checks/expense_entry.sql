-- title:  The entry of an expense or other income is not its amount and tax
-- on:     expense
SELECT x.id, d.number, x.amount, x.tax, (SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = x.id AND l.account_id = c.account_id) AS booked
FROM expense x
JOIN document d ON d.id = x.id
JOIN expense_category c ON c.id = x.category_id
WHERE iif(c.income, -x.amount, x.amount - x.tax) IS NOT (SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = x.id AND l.account_id = c.account_id)
	OR x.tax <> ifnull((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = x.id AND l.account_id = 13), 0)
