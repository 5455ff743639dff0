-- title:  Purchase and return documents
-- group:  Stock
-- key:    day id
-- param:  day       range  filter=day  required  default=m..today
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    day          date  10  "Day"
-- col:    kind         choice:word  14  "Kind"
-- col:    number       code  14  "Number" explain=booked
-- col:    supplier     text  16  "Supplier"
-- col:    original_no  code  14  "Supplier's number"  drop=90
-- col:    amount       money 11  "Amount"  sum
-- col:    type         choice:word  12  "Business type"  drop=100
-- col:    order        code  14  "Order"  drop=120
-- col:    person       text  10  "Who"    drop=110
-- col:    remark       text  16  "Remark" drop=130
-- hide:   id int
-- hide:   supplier_id int
-- hide:   document_id int
SELECT d.id, d.id AS document_id, d.party_id AS supplier_id, d.day, k.title AS kind, d.number, p.name AS supplier,
	coalesce(y.original_no, i.invoice_no, f.original_no) AS original_no,
	iif(ifnull(o.kind_id, d.kind_id) = 70, -d.amount, d.amount) AS amount, t.title AS type, x.number AS [order],
	u.title AS person, d.remark
FROM document d
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN document o ON o.id = d.reverses_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN purchase y ON y.id = ifnull(o.id, d.id)
LEFT JOIN purchase_invoice i ON i.id = ifnull(o.id, d.id)
LEFT JOIN purchase_freight f ON f.id = ifnull(o.id, d.id)
LEFT JOIN purchase_type t ON t.id = y.type_id
LEFT JOIN document x ON x.id = y.order_id
LEFT JOIN user u ON u.id = d.user_id
WHERE ifnull(o.kind_id, d.kind_id) IN (10, 70)
