-- title:  Movement statement of the stock
-- group:  Stock
-- key:    code warehouse
-- param:  period     range  required  default=m..today
-- param:  warehouse  ref:warehouses       filter=warehouse_id
-- param:  category   ref:part_categories  filter=category_id
-- param:  part       ref:parts            filter=part_id
-- col:    code         code   14  "Part"
-- col:    name         text   18  "Description"  drop=100
-- col:    warehouse    text    8  "Warehouse"
-- col:    open_qty     qty     9  "Opening"
-- col:    open_value   money  12  "Value"  sum right=cost.see  drop=100
-- col:    in_qty       qty     9  "Came in"
-- col:    in_value     money  11  "In, value"  sum right=cost.see drop=110
-- col:    out_qty      qty     9  "Went out"  explain=stock_moves
-- col:    out_value    money  11  "Out, value"  sum right=cost.see drop=110
-- col:    shift        money  10  "Re-averaged"  sum right=cost.see drop=120
-- col:    close_qty    qty     9  "At the end"
-- col:    close_value  money  12  "Value at the end"  sum right=cost.see
-- hide:   part_id int
-- hide:   warehouse_id int
-- hide:   category_id int
WITH day AS (
	SELECT max(:period_from, 0) AS f, min(:period_to, 40000) AS t
), per AS (
	SELECT f, t, f - CAST(strftime('%d', f * 86400, 'unixepoch') AS INTEGER) + 1 AS f0,
		CAST(strftime('%Y', f * 86400, 'unixepoch') AS INTEGER) * 12 + strftime('%m', f * 86400, 'unixepoch') - 1 AS mf,
		CAST(strftime('%Y', t * 86400, 'unixepoch') AS INTEGER) * 12 + strftime('%m', t * 86400, 'unixepoch') - 1 AS mt,
		CAST(strftime('%s', t * 86400, 'unixepoch', 'start of month', '+1 month', '-1 day') AS INTEGER) / 86400 AS t1
	FROM day
), before AS (
	-- what moved in the first month before the first day
	SELECT part_id, warehouse_id, sum(qty) AS qty, sum(value) AS value,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), qty, 0)) AS in_qty,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), value, 0)) AS in_value
	FROM stock_move WHERE day >= (SELECT f0 FROM per) AND day < (SELECT f FROM per) GROUP BY part_id, warehouse_id
), behind AS (
	-- and in the last month behind the last day
	SELECT part_id, warehouse_id, sum(qty) AS qty, sum(value) AS value,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), qty, 0)) AS in_qty,
		sum(iif(qty > 0 OR (qty = 0 AND value > 0), value, 0)) AS in_value
	FROM stock_move WHERE day > (SELECT t FROM per) AND day <= (SELECT t1 FROM per) GROUP BY part_id, warehouse_id
), months AS (
	SELECT part_id, warehouse_id, sum(in_qty) AS in_qty, sum(in_value) AS in_value FROM stock_month
	WHERE month BETWEEN (SELECT mf FROM per) AND (SELECT mt FROM per) GROUP BY part_id, warehouse_id
), sums AS (
	SELECT s.part_id, s.warehouse_id,
		ifnull((SELECT m.after_qty FROM stock_month m WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id
			AND m.month < per.mf ORDER BY m.month DESC LIMIT 1), 0) + ifnull(b.qty, 0) AS open_qty,
		ifnull((SELECT m.after_value FROM stock_month m WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id
			AND m.month < per.mf ORDER BY m.month DESC LIMIT 1), 0) + ifnull(b.value, 0) AS open_value,
		ifnull((SELECT m.after_qty FROM stock_month m WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id
			AND m.month <= per.mt ORDER BY m.month DESC LIMIT 1), 0) - ifnull(a.qty, 0) AS close_qty,
		ifnull((SELECT m.after_value FROM stock_month m WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id
			AND m.month <= per.mt ORDER BY m.month DESC LIMIT 1), 0) - ifnull(a.value, 0) AS close_value,
		ifnull(x.in_qty, 0) - ifnull(b.in_qty, 0) - ifnull(a.in_qty, 0) AS in_qty,
		ifnull(x.in_value, 0) - ifnull(b.in_value, 0) - ifnull(a.in_value, 0) AS in_value
	FROM stock s
	JOIN per
	LEFT JOIN before b ON b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id
	LEFT JOIN behind a ON a.part_id = s.part_id AND a.warehouse_id = s.warehouse_id
	LEFT JOIN months x ON x.part_id = s.part_id AND x.warehouse_id = s.warehouse_id
), run AS (
	-- the value of a part is one for all warehouses: each has its share, the rounded running sum less the one before
	SELECT *, sum(open_qty) OVER part AS oq, sum(open_value) OVER part AS ov, sum(open_qty) OVER upto AS oq1,
		sum(close_qty) OVER part AS cq, sum(close_value) OVER part AS cv, sum(close_qty) OVER upto AS cq1
	FROM sums
	WINDOW part AS (PARTITION BY part_id), upto AS (PARTITION BY part_id ORDER BY warehouse_id)
), share AS (
	SELECT *, ifnull(muldiv(ov, oq1, oq), 0) - ifnull(muldiv(ov, oq1 - open_qty, oq), 0) AS open_share,
		ifnull(muldiv(cv, cq1, cq), 0) - ifnull(muldiv(cv, cq1 - close_qty, cq), 0) AS close_share,
		open_qty + in_qty - close_qty AS out_qty, open_value + in_value - close_value AS out_value
	FROM run
)
SELECT s.part_id, s.warehouse_id, p.category_id, p.code, p.name, w.code AS warehouse, s.open_qty, s.open_share AS open_value,
	s.in_qty, s.in_value, s.out_qty, s.out_value, s.close_share - s.open_share - s.in_value + s.out_value AS shift,
	s.close_qty, s.close_share AS close_value
FROM share s
JOIN part p ON p.id = s.part_id
JOIN warehouse w ON w.id = s.warehouse_id
WHERE s.open_qty <> 0 OR s.in_qty <> 0 OR s.out_qty <> 0 OR s.close_qty <> 0 OR s.in_value <> 0 OR s.out_value <> 0
