-- title:  A bill and the value that paid it were both invoiced
-- on:     value_use
SELECT u.id, d.number, b.amount, b.covered, b.invoiced
FROM value_use u
JOIN bill_invoiced b ON b.id = u.bill_id
JOIN document d ON d.id = b.document_id
WHERE b.covered < 0 OR b.covered + b.invoiced > b.amount
