-- title:  Parts of a stocktake
-- group:  Stock
-- key:    code
-- order:  code | bin
-- param:  stocktake  ref:stocktakes  required
-- col:    code     code   12  "Part"  find
-- col:    name     text   16  "Description"  find
-- col:    bin      text    8  "Bin"  find
-- col:    unit     text    4  "Unit"  drop=90
-- col:    book     qty     8  "Books"
-- col:    counted  qty     8  "Counted"
-- col:    diff     qty    10  "Difference"
-- col:    state    choice:take_line  10  "State"
-- col:    value    money  11  "Value"  sum right=cost.see drop=100
-- col:    by_name  text    8  "Counted by"  drop=110
-- hide:   part_id int
-- hide:   stocktake int
-- watch:  stocktake stocktake_line stock
WITH take AS (SELECT * FROM stocktake WHERE id = :stocktake), asked AS (
	SELECT s.part_id FROM take t JOIN stock s ON s.warehouse_id = t.warehouse_id AND s.qty > 0 WHERE t.scope <> 'spot'
	UNION SELECT l.part_id FROM stocktake_line l WHERE l.stocktake_id = :stocktake
)
SELECT p.id AS part_id, t.id AS stocktake, p.code, p.name, coalesce(b.bin, p.bin, '') AS bin, p.unit,
	iif(t.blind = 1 AND t.state = 'open', NULL, coalesce(l.book, s.qty, 0)) AS book, l.counted,
	iif(t.blind = 1 AND t.state = 'open', NULL, l.counted - l.book) AS diff,
	iif(t.blind = 1 AND t.state = 'open', NULL,
		iif(EXISTS (SELECT 1 FROM warehouse o WHERE o.id = t.warehouse_id AND o.supplier_id IS NOT NULL), 0,
			muldiv(v.value, l.counted - l.book, v.qty))) AS value,
	CASE WHEN l.counted IS NULL THEN 'todo' WHEN l.recount = 1 THEN 'again' ELSE 'counted' END AS state, u.title AS by_name
FROM take t
JOIN asked a
JOIN part p ON p.id = a.part_id
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = t.warehouse_id
LEFT JOIN stock s ON s.part_id = p.id AND s.warehouse_id = t.warehouse_id
LEFT JOIN stock_value v ON v.id = p.id
LEFT JOIN stocktake_line l ON l.stocktake_id = t.id AND l.part_id = p.id
LEFT JOIN user u ON u.id = l.by_id
WHERE t.bin IS NULL OR l.id IS NOT NULL OR coalesce(b.bin, p.bin, '') LIKE t.bin || '%'
