-- title:  Slips of consigned goods
-- group:  Stock
-- key:    id
-- id:     id
-- order:  -id | id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  day       range          filter=day
-- col:    day       date  10  "Day"
-- col:    number    code  14  "Number"    find
-- col:    kind      choice:word  16  "Kind"
-- col:    supplier  text  16  "Supplier"  find
-- col:    amount    money 11  "Amount"    right=cost.see
-- col:    origin    code  14  "Sold with" find drop=92
-- col:    original_no  code  14  "Supplier's number"  find drop=110
-- col:    who       text  10  "By"        drop=120
-- col:    reversed  bool   8  "Reversed"  drop=130
-- hide:   id int
-- hide:   supplier_id int
-- watch:  consign_slip
SELECT s.id, coalesce(y.merged_into, y.id) AS supplier_id, d.day, d.number, k.title AS kind, y.name AS supplier, d.amount,
	g.number AS origin, s.original_no, u.name AS who, EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id) AS reversed
FROM consign_slip s
JOIN document d ON d.id = s.id
JOIN document_kind k ON k.id = d.kind_id
JOIN party y ON y.id = s.supplier_id
LEFT JOIN document g ON g.id = s.for_id
LEFT JOIN user u ON u.id = d.user_id
