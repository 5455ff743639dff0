-- title:  Bins of a part
-- group:  Stock
-- key:    warehouse_code
-- param:  part  ref:parts  required
-- col:    warehouse_code  code  10  "Code"
-- col:    warehouse  choice:word  18  "Warehouse"
-- col:    bin  text  14  "Bin"
-- col:    qty  qty   10  "On hand"
-- watch:  part part_bin stock
SELECT w.code AS warehouse_code, w.title AS warehouse, coalesce(b.bin, p.bin) AS bin, ifnull(s.qty, 0) AS qty
FROM warehouse w
JOIN part p ON p.id = :part
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = w.id
LEFT JOIN stock s ON s.part_id = p.id AND s.warehouse_id = w.id
