-- title:  Issues of goods
-- group:  Stock
-- key:    kind code
-- param:  period    range  required  default=m..today
-- param:  category  ref:part_categories  filter=category_id
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- col:    kind    choice:word  16  "Kind"
-- col:    code    code   14  "Part"
-- col:    name    text   22  "Description"
-- col:    slips   int     6  "Slips"  sum
-- col:    qty     qty    10  "Quantity"
-- col:    unit    text    4  "Unit"
-- col:    value   money  12  "Cost"  sum right=cost.see
-- hide:   category_id int
-- hide:   warehouse_id int
-- chart:  value
SELECT p.category_id, m.warehouse_id, k.title AS kind, p.code, p.name, count(DISTINCT m.document_id) AS slips, -sum(m.qty) AS qty, p.unit,
	-sum(m.value) AS value
FROM stock_move m
JOIN document d ON d.id = m.document_id
JOIN document_kind k ON k.id = d.kind_id
JOIN part p ON p.id = m.part_id
WHERE m.day BETWEEN :period_from AND :period_to AND (m.qty < 0 OR (m.qty = 0 AND m.value < 0))
GROUP BY k.id, p.id, m.warehouse_id
