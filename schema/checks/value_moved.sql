-- title:  A card holds less than what of it is on invoices
-- on:     card_move
SELECT m.id, c.number, c.invoiced, c.principal
FROM card_move m
JOIN card_invoiced c ON c.id = m.card_id
WHERE c.invoiced > c.principal
