-- title:  What we owe, by document
-- group:  Money
-- key:    party due_on id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    party        text  18  "Party"
-- col:    due_on       date  10  "Due"
-- col:    number       code  14  "Document"
-- col:    day          date  10  "Day"
-- col:    original_no  code  14  "Supplier's number"  drop=90
-- col:    amount       money 12  "Amount"  sum
-- col:    open         money 12  "Open"    sum
-- hide:   id int
-- hide:   supplier_id int
SELECT o.id, o.party_id AS supplier_id, p.name AS party, o.due_on, d.number, d.day,
	coalesce(y.original_no, i.invoice_no, f.original_no) AS original_no, a.amount, o.amount AS open
FROM payable_open o
JOIN payable a ON a.id = o.id
JOIN document d ON d.id = a.document_id
JOIN party p ON p.id = o.party_id
LEFT JOIN purchase y ON y.id = a.document_id
LEFT JOIN purchase_invoice i ON i.id = a.document_id
LEFT JOIN purchase_freight f ON f.id = a.document_id
