-- title:  Stock card
-- group:  Stock
-- key:    id
-- order:  -id | id
-- param:  part       ref:parts       filter=part_id  required
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- param:  day        range           filter=day
-- col:    day        date   10  "Day"
-- col:    kind       choice:word  14  "Kind"
-- col:    document   code   14  "Document"
-- col:    job        code   14  "Work order"  drop=90
-- col:    warehouse  choice:word  10  "Warehouse"   drop=90
-- col:    qty        qty    10  "Quantity"
-- col:    after_qty  qty    10  "After"
-- col:    value      money  11  "Value"        right=cost.see  drop=90
-- col:    group_value  money 11 "Value after"  right=cost.see drop=100
-- hide:   id int
-- hide:   part_id int
-- hide:   warehouse_id int
-- hide:   document_id int
-- watch:  stock_move
-- desk
SELECT m.id, m.part_id, m.warehouse_id, m.document_id, m.day, k.title AS kind, d.number AS document, j.number AS job,
	w.title AS warehouse, m.qty, m.after_qty, m.value, m.group_value
FROM stock_move m
LEFT JOIN document d ON d.id = m.document_id
LEFT JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN job j ON j.id = m.job_id
LEFT JOIN warehouse w ON w.id = m.warehouse_id
