-- title:  The quantity of a part is not the sum over its warehouses
-- on:     stock_value
SELECT v.id, p.code AS part, v.qty,
	(SELECT sum(s.qty) FROM stock s WHERE s.part_id = v.id
		AND NOT EXISTS (SELECT 1 FROM warehouse w WHERE w.id = s.warehouse_id AND w.supplier_id IS NOT NULL)) AS warehouses
FROM stock_value v
JOIN part p ON p.id = v.id
WHERE v.qty <> ifnull((SELECT sum(s.qty) FROM stock s WHERE s.part_id = v.id
	AND NOT EXISTS (SELECT 1 FROM warehouse w WHERE w.id = s.warehouse_id AND w.supplier_id IS NOT NULL)), 0)
