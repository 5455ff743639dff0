-- title:  Purchase and return lines
-- group:  Stock
-- key:    day id
-- param:  day       range  filter=day  required  default=m..today
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  part      ref:parts      filter=part_id
-- col:    day          date  10  "Day"
-- col:    number       code  14  "Number"
-- col:    supplier     text  14  "Supplier"  drop=110
-- col:    code         code  12  "Part"
-- col:    name         text  17  "Description"
-- col:    qty          qty    9  "Quantity"  sum
-- col:    cost         money 10  "Cost"  drop=100
-- col:    amount       money 11  "Amount"    sum
-- col:    original_no  code  14  "Supplier's number"  drop=110
-- col:    type         choice:word  12  "Business type"  drop=120
-- hide:   id int
-- hide:   supplier_id int
-- hide:   part_id int
SELECT l.id, d.party_id AS supplier_id, l.part_id, d.day, d.number, p.name AS supplier, a.code, a.name,
	iif(l.returns_id IS NULL, l.qty, -l.qty) AS qty, l.cost, iif(l.returns_id IS NULL, l.amount, -l.amount) AS amount,
	y.original_no, t.title AS type
FROM purchase_line l
JOIN document d ON d.id = l.document_id
JOIN party p ON p.id = d.party_id
JOIN part a ON a.id = l.part_id
LEFT JOIN purchase y ON y.id = l.document_id
LEFT JOIN purchase_type t ON t.id = y.type_id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
