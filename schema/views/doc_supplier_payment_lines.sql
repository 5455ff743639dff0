-- title:  Paid for
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    number       code  14  "Document"
-- col:    original_no  code  16  "Supplier's number"
-- col:    day          date  10  "Day"
-- col:    amount       money 11  "Paid"
-- col:    credit       money 11  "Amount"
-- hide:   id int
-- hide:   document_id int
SELECT a.id, a.document_id, d.number, coalesce(y.original_no, i.invoice_no, f.original_no) AS original_no, d.day, a.amount, -a.amount AS credit
FROM payable_allocation a
JOIN payable p ON p.id = a.payable_id
JOIN document d ON d.id = p.document_id
LEFT JOIN purchase y ON y.id = p.document_id
LEFT JOIN purchase_invoice i ON i.id = p.document_id
LEFT JOIN purchase_freight f ON f.id = p.document_id
