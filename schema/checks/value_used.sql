-- title:  What a card pays was invoiced before, and the card does not hold so much of it
-- on:     value_use
SELECT u.id, c.number, c.invoiced, c.principal, d.number AS document
FROM value_use u
JOIN card_invoiced c ON c.id = u.card_id
JOIN document d ON d.id = u.document_id
WHERE c.invoiced NOT BETWEEN 0 AND c.principal
