-- title:  A month's totals of the stock are not the sum of its movements
WITH moved AS (
	SELECT part_id, warehouse_id,
		CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12 + strftime('%m', day * 86400, 'unixepoch') - 1 AS month,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), qty, 0)) AS in_qty,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), value, 0)) AS in_value, sum(qty) AS qty, sum(value) AS value
	FROM stock_move GROUP BY 1, 2, 3
), run AS (
	SELECT *, sum(qty) OVER upto AS after_qty, sum(value) OVER upto AS after_value FROM moved
	WINDOW upto AS (PARTITION BY part_id, warehouse_id ORDER BY month)
)
SELECT p.code AS part, m.warehouse_id AS warehouse, m.month, m.in_qty, r.in_qty AS moved_in, m.after_qty, r.after_qty AS moved_after,
	m.after_value, r.after_value AS moved_value
FROM stock_month m
JOIN part p ON p.id = m.part_id
LEFT JOIN run r ON r.part_id = m.part_id AND r.warehouse_id = m.warehouse_id AND r.month = m.month
WHERE m.in_qty IS NOT r.in_qty OR m.in_value IS NOT r.in_value OR m.out_qty IS NOT r.in_qty - r.qty
	OR m.out_value IS NOT r.in_value - r.value OR m.after_qty IS NOT r.after_qty OR m.after_value IS NOT r.after_value
UNION ALL
SELECT p.code, r.warehouse_id, r.month, NULL, r.in_qty, NULL, r.after_qty, NULL, r.after_value
FROM run r JOIN part p ON p.id = r.part_id
WHERE NOT EXISTS (SELECT 1 FROM stock_month m WHERE m.part_id = r.part_id AND m.warehouse_id = r.warehouse_id AND m.month = r.month)
