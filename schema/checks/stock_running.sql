-- title:  A movement's running balance does not follow from the one before
WITH run AS (
	SELECT m.id, part_id, warehouse_id, after_qty, group_qty, group_value,
		sum(qty) OVER warehouse AS sum_after, sum(iif(w.supplier_id IS NULL, qty, 0)) OVER part AS sum_qty, sum(value) OVER part AS sum_value
	FROM stock_move m JOIN warehouse w ON w.id = m.warehouse_id
	WINDOW part AS (PARTITION BY part_id ORDER BY m.id),
		warehouse AS (PARTITION BY part_id, warehouse_id ORDER BY m.id)
)
SELECT r.id AS move, p.code AS part, r.after_qty, r.sum_after, r.group_qty, r.sum_qty, r.group_value, r.sum_value
FROM run r JOIN part p ON p.id = r.part_id
WHERE r.after_qty <> r.sum_after OR r.group_qty <> r.sum_qty OR r.group_value <> r.sum_value
