-- title:  What we owe, by document
-- group:  Money
-- key:    due_on id
-- id:     id
-- names:  number
-- label:  party
-- order:  due_on
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    due_on       date  10  "Due"
-- col:    number       code  14  "Document"  find explain=booked
-- col:    day          date  10  "Day"  drop=110
-- col:    party        text  16  "Party"     find
-- col:    original_no  code  14  "Supplier's number"  find drop=90
-- col:    amount       money 11  "Amount"  drop=100
-- col:    open         money 11  "Open"    sum
-- col:    overdue      int    9  "Days late"
-- hide:   id int
-- hide:   supplier_id int
-- hide:   document_id int
-- right:  cost.see
-- mark
-- watch:  payable_open
-- desk
SELECT o.id, o.party_id AS supplier_id, a.document_id, o.due_on, d.number, d.day, p.name AS party,
	coalesce(y.original_no, i.invoice_no, f.original_no, b.original_no) AS original_no, a.amount, o.amount AS open,
	iif(o.amount > 0, max(:today - o.due_on, 0), 0) AS overdue
FROM payable_open o
LEFT JOIN payable a ON a.id = o.id
LEFT JOIN document d ON d.id = a.document_id
LEFT JOIN party p ON p.id = o.party_id
LEFT JOIN purchase y ON y.id = a.document_id
LEFT JOIN purchase_invoice i ON i.id = a.document_id
LEFT JOIN purchase_freight f ON f.id = a.document_id
LEFT JOIN opening_balance b ON b.id = a.document_id
