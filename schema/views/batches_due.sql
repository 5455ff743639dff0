-- title:  Goods that expire
-- group:  Stock
-- key:    id
-- id:     id
-- order:  by_day id | code id | -id
-- param:  part       ref:parts            filter=part_id
-- param:  category   ref:part_categories  filter=category_id
-- param:  warehouse  ref:warehouses       filter=warehouse_id
-- col:    code       code   12  "Part"         find
-- col:    name       text   18  "Description"  find
-- col:    number     code   12  "Batch"        find explain=batch_moves
-- col:    qty        qty     8  "On hand"
-- col:    expires_on date   10  "Good until"
-- col:    days       int     6  "Days"
-- col:    state      choice:batch_state  8  "State"
-- col:    warehouse  choice:word  10  "Warehouse"  drop=92
-- col:    value      money  11  "Value"        sum right=cost.see drop=105
-- col:    supplier   text   14  "Supplier"     find drop=120
-- col:    first_on   date   10  "Since"        drop=132
-- col:    stopped    text   16  "Stopped because"  drop=150
-- hide:   id int
-- hide:   batch_id int
-- hide:   part_id int
-- hide:   category_id int
-- hide:   warehouse_id int
-- hide:   by_day int
-- hide:   style text
-- mark
-- watch:  batch batch_stock stock_value
WITH ahead AS (SELECT :today + ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'stock.expiry_days'), 60) AS day)
SELECT s.id, s.batch_id, s.part_id, p.category_id, s.warehouse_id, p.code, p.name, b.number, s.qty,
	b.expires_on, ifnull(b.expires_on, 84005) AS by_day, b.expires_on - :today AS days,
	CASE WHEN b.stopped IS NOT NULL THEN 'stopped' WHEN b.expires_on < :today THEN 'expired'
		WHEN b.expires_on <= a.day THEN 'soon' ELSE 'good' END AS state,
	w.title AS warehouse, iif(w.supplier_id IS NULL, ifnull(muldiv(v.value, s.qty, v.qty), 0), 0) AS value, u.name AS supplier, b.first_on, b.stopped,
	iif(b.stopped IS NOT NULL OR b.expires_on <= a.day, 'warn', NULL) AS style
FROM batch_stock s
CROSS JOIN ahead a
JOIN batch b ON b.id = s.batch_id
JOIN part p ON p.id = s.part_id
JOIN warehouse w ON w.id = s.warehouse_id
LEFT JOIN stock_value v ON v.id = s.part_id
LEFT JOIN party u ON u.id = b.supplier_id
WHERE s.qty > 0 AND (b.stopped IS NOT NULL OR b.expires_on <= a.day)
