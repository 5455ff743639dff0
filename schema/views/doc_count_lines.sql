-- title:  Parts to count
-- key:    bin code
-- param:  document  ref:documents  required
-- col:    bin   text   8  "Bin"
-- col:    code  code  12  "Part"
-- col:    name  text  24  "Description"
-- col:    unit  text   4  "Unit"
-- col:    book  qty    8  "Books"
WITH take AS (SELECT * FROM stocktake WHERE sheet_id = :document), asked AS (
	SELECT s.part_id FROM take t JOIN stock s ON s.warehouse_id = t.warehouse_id AND s.qty > 0 WHERE t.scope <> 'spot'
	UNION SELECT l.part_id FROM take t JOIN stocktake_line l ON l.stocktake_id = t.id
)
SELECT coalesce(b.bin, p.bin, '') AS bin, p.code, p.name, p.unit, iif(t.blind = 1, NULL, ifnull(s.qty, 0)) AS book
FROM take t
JOIN asked a
JOIN part p ON p.id = a.part_id
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = t.warehouse_id
LEFT JOIN stock s ON s.part_id = p.id AND s.warehouse_id = t.warehouse_id
WHERE t.bin IS NULL OR coalesce(b.bin, p.bin, '') LIKE t.bin || '%'
