-- title:  Stock list by warehouse
-- group:  Stock
-- key:    warehouse code
-- param:  warehouse  ref:warehouses       filter=warehouse_id
-- param:  category   ref:part_categories  filter=category_id
-- col:    warehouse  code    8  "Warehouse"
-- col:    code       code   14  "Part"
-- col:    name       text   24  "Description"
-- col:    unit       text    4  "Unit"  drop=90
-- col:    bin        text    8  "Bin"  drop=90
-- col:    qty        qty    10  "On hand"  explain=stock_moves
-- col:    cost       money  10  "Average cost"  right=cost.see drop=100
-- col:    value      money  12  "Value"  sum right=cost.see
-- col:    price      money  10  "Price"  drop=110
-- col:    sale_value money  12  "At the list price"  sum drop=120
-- hide:   part_id int
-- hide:   warehouse_id int
-- hide:   category_id int
WITH run AS (
	SELECT s.part_id, s.warehouse_id, s.qty, sum(s.qty) OVER (PARTITION BY s.part_id ORDER BY s.warehouse_id) AS upto,
		v.qty AS all_qty, v.value AS all_value
	FROM stock s JOIN stock_value v ON v.id = s.part_id JOIN warehouse o ON o.id = s.warehouse_id AND o.supplier_id IS NULL
)
SELECT r.part_id, r.warehouse_id, p.category_id, w.code AS warehouse, p.code, p.name, p.unit, coalesce(b.bin, p.bin) AS bin, r.qty,
	muldiv(r.all_value, 1000, r.all_qty) AS cost,
	muldiv(r.all_value, r.upto, r.all_qty) - muldiv(r.all_value, r.upto - r.qty, r.all_qty) AS value, p.price,
	muldiv(r.qty, p.price, 1000) AS sale_value
FROM run r
JOIN part p ON p.id = r.part_id
JOIN warehouse w ON w.id = r.warehouse_id
LEFT JOIN part_bin b ON b.part_id = r.part_id AND b.warehouse_id = r.warehouse_id
WHERE r.qty > 0
