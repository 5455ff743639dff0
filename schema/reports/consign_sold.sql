-- title:  Consigned goods sold, by supplier
-- group:  Stock
-- key:    id
-- order:  supplier day id | -day id
-- param:  day       range          filter=day  default=m..today
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  part      ref:parts      filter=part_id
-- right:  cost.see
-- col:    supplier  text  16  "Supplier"  find
-- col:    day       date  10  "Day"
-- col:    number    code  14  "Number"    find drop=100
-- col:    origin    code  14  "Sold with" find
-- col:    code      code  12  "Part"      find
-- col:    name      text  18  "Description"  drop=90
-- col:    qty       qty    8  "Quantity"
-- col:    cost      money 10  "Agreed cost"  drop=92
-- col:    amount    money 11  "Owed"      sum
-- col:    paid      bool   5  "Paid"      drop=110
-- hide:   id int
-- hide:   document_id int
-- hide:   supplier_id int
-- hide:   part_id int
SELECT l.id, l.document_id, coalesce(y.merged_into, y.id) AS supplier_id, l.part_id, y.name AS supplier, d.day, d.number,
	g.number AS origin, p.code, p.name, l.qty, l.cost, l.amount,
	NOT EXISTS (SELECT 1 FROM payable q JOIN payable_open o ON o.id = q.id WHERE q.document_id = d.id) AS paid
FROM consign_line l
JOIN consign_slip s ON s.id = l.document_id
JOIN document d ON d.id = s.id
JOIN part p ON p.id = l.part_id
JOIN party y ON y.id = s.supplier_id
LEFT JOIN document g ON g.id = s.for_id
WHERE d.kind_id = 127 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
