-- title:  Turnover of the stock
-- group:  Stock
-- key:    code
-- param:  period    range  required  default=-1y..today
-- param:  category  ref:part_categories  filter=category_id
-- col:    code      code   14  "Part"
-- col:    name      text   22  "Description"
-- col:    out_qty   qty     9  "Went out"  explain=stock_moves
-- col:    out_value money  12  "Cost"  sum right=cost.see
-- col:    held      money  12  "Held on average"  sum right=cost.see
-- col:    turns     qty     8  "Turns a year"  right=cost.see
-- col:    days_held int     7  "Days on hand"  right=cost.see
-- col:    asked     int     6  "Asked for"  sum drop=100
-- col:    lost      int     6  "Not had"  sum drop=100
-- col:    filled    rate    8  "Filled"  drop=110
-- hide:   part_id int
-- hide:   category_id int
WITH span AS (
	SELECT max(:period_from, (SELECT ifnull(min(day), :today) FROM stock_move)) AS f, min(:period_to, :today) AS t
), went AS (
	SELECT m.part_id, -sum(m.qty) AS qty, -sum(m.value) AS value, count(*) AS times
	FROM stock_move m JOIN document d ON d.id = m.document_id
	WHERE m.day BETWEEN (SELECT f FROM span) AND (SELECT t FROM span) AND m.qty < 0 AND d.kind_id NOT IN (12, 64, 65, 66)
	GROUP BY m.part_id
), ends AS (
	SELECT v.id,
		ifnull((SELECT n.group_value FROM stock_move n WHERE n.part_id = v.id AND n.day < s.f ORDER BY n.id DESC LIMIT 1), 0) AS a,
		ifnull((SELECT n.group_value FROM stock_move n WHERE n.part_id = v.id AND n.day <= s.t ORDER BY n.id DESC LIMIT 1), 0) AS b
	FROM stock_value v JOIN span s
), missed AS (
	SELECT part_id, count(*) AS times FROM want w JOIN span s WHERE w.source IN ('lost', 'sale', 'job') AND w.part_id IS NOT NULL
		AND w.at / 86400 BETWEEN s.f AND s.t GROUP BY part_id
)
SELECT p.id AS part_id, p.category_id, p.code, p.name, ifnull(w.qty, 0) AS out_qty, ifnull(w.value, 0) AS out_value, (e.a + e.b) / 2 AS held,
	muldiv(ifnull(w.value, 0), 2 * 365000, (e.a + e.b) * (s.t - s.f + 1)) AS turns,
	muldiv(e.a + e.b, s.t - s.f + 1, 2 * w.value) AS days_held, ifnull(w.times, 0) + ifnull(x.times, 0) AS asked,
	ifnull(x.times, 0) AS lost, muldiv(ifnull(w.times, 0), 10000, ifnull(w.times, 0) + ifnull(x.times, 0)) AS filled
FROM ends e
JOIN span s
JOIN part p ON p.id = e.id
LEFT JOIN went w ON w.part_id = e.id
LEFT JOIN missed x ON x.part_id = e.id
WHERE e.a + e.b > 0 OR w.qty > 0 OR x.times > 0
