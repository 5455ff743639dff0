-- title:  More of a card's value is on invoices than it holds, or less than nothing
-- on:     invoice_value
SELECT v.id, c.number, c.invoiced, c.principal
FROM invoice_value v
JOIN card_invoiced c ON c.id = v.card_id
WHERE c.invoiced NOT BETWEEN 0 AND c.principal
