-- title:  Goods of a supplier have a value
-- on:     stock_move
SELECT m.id, p.code AS part, m.qty, m.value
FROM stock_move m
JOIN warehouse w ON w.id = m.warehouse_id
JOIN part p ON p.id = m.part_id
WHERE w.supplier_id IS NOT NULL AND m.value <> 0
