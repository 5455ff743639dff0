-- title:  Stock on hand
-- group:  Stock
-- key:    code warehouse_id
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- param:  part       ref:parts       filter=part_id
-- col:    code       code   14  "Part"         find
-- col:    name       text   26  "Description"  find
-- col:    warehouse  choice:word  10  "Warehouse"
-- col:    qty        qty    10  "On hand"  explain=stock_moves
-- col:    unit       text    4  "Unit"
-- col:    bin        text    8  "Bin"      drop=80
-- col:    value      money  12  "Value"    sum right=cost.see
-- hide:   part_id int
-- hide:   warehouse_id int
-- watch:  stock stock_value
-- desk
SELECT p.id AS part_id, s.warehouse_id, p.code, p.name, w.title AS warehouse, s.qty, p.unit, coalesce(b.bin, p.bin) AS bin,
	ifnull(muldiv(v.value, s.qty, v.qty), 0) AS value
FROM part p
CROSS JOIN stock s ON s.part_id = p.id
LEFT JOIN warehouse w ON w.id = s.warehouse_id
LEFT JOIN stock_value v ON v.id = p.id
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = s.warehouse_id
