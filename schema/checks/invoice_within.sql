-- title:  More than a bill is on invoices, or more was taken back than was invoiced
-- on:     invoice_bill
SELECT i.id, d.number, b.amount, sum(x.amount) AS invoiced
FROM invoice_bill i
JOIN bill b ON b.id = i.bill_id
JOIN document d ON d.id = b.document_id
JOIN invoice_bill x ON x.bill_id = b.id AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.invoice_id)
GROUP BY i.id
HAVING sum(x.amount) > b.amount OR sum(x.amount) < 0
