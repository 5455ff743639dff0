-- title:  Purchase receipts
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  -id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  day       range          filter=day
-- col:    day          date  10  "Day"
-- col:    number       code  14  "Number"    find
-- col:    supplier     text  18  "Supplier"  find
-- col:    original_no  code  14  "Supplier's number"  find
-- col:    amount       money 11  "Amount"    right=cost.see
-- col:    open         money 11  "Open"      right=cost.see drop=90
-- col:    type         choice:word  12  "Business type"  drop=100
-- col:    cost_is      choice:cost_is  9  "The cost is"  drop=110
-- col:    invoice      code  14  "Invoice"   drop=120
-- col:    order        code  14  "Order"     drop=130
-- col:    carrier      text  12  "Carrier"   drop=140
-- col:    collect      money 10  "Collected on delivery"  right=cost.see drop=150
-- col:    reversed     bool   8  "Reversed"  drop=160
-- col:    remark       text  16  "Remark"    drop=170
-- hide:   id int
-- hide:   supplier_id int
-- watch:  purchase payable_open
-- desk
SELECT y.id, y.supplier_id, d.day, d.number, p.name AS supplier, y.original_no, d.amount,
	ifnull((SELECT sum(o.amount) FROM payable a JOIN payable_open o ON o.id = a.id WHERE a.document_id = y.id), 0) AS open,
	t.title AS type, iif(y.estimated = 1 AND i.id IS NULL, 'estimated', 'final') AS cost_is, v.invoice_no AS invoice,
	x.number AS [order], c.name AS carrier, y.collect, r.id IS NOT NULL AS reversed, d.remark
FROM purchase y
LEFT JOIN document d ON d.id = y.id
LEFT JOIN party p ON p.id = y.supplier_id
LEFT JOIN purchase_type t ON t.id = y.type_id
LEFT JOIN document x ON x.id = y.order_id
LEFT JOIN party c ON c.id = y.carrier_id
LEFT JOIN document r ON r.reverses_id = y.id
LEFT JOIN purchase_invoice_line i ON i.id = (SELECT max(z.id) FROM purchase_line l JOIN purchase_invoice_line z ON z.line_id = l.id
	WHERE l.document_id = y.id AND NOT EXISTS (SELECT 1 FROM document q WHERE q.reverses_id = z.document_id))
LEFT JOIN purchase_invoice v ON v.id = i.document_id
