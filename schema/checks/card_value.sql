-- title:  What of a card is kept as invoiced is not what its invoices and payments say
WITH line AS (
	SELECT card_id, amount FROM invoice_value
	WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = invoice_value.invoice_id)
	UNION ALL
	SELECT card_id, -amount FROM value_use
)
SELECT c.id, c.number, ifnull(v.invoiced, 0) AS kept, ifnull((SELECT sum(l.amount) FROM line l WHERE l.card_id = c.id), 0) AS invoiced
FROM card c
LEFT JOIN card_value v ON v.id = c.id
WHERE ifnull(v.invoiced, 0) <> ifnull((SELECT sum(l.amount) FROM line l WHERE l.card_id = c.id), 0)
