-- title:  Suppliers of a part
-- group:  Stock
-- key:    supplier id
-- order:  supplier | cost_last | cost_low
-- param:  part  ref:parts  filter=part_id  required
-- col:    supplier   text   16  "Supplier"
-- col:    cost_last  money   9  "Last"     right=cost.see
-- col:    last_on    date   10  "Last on"
-- col:    cost_low   money   9  "Lowest"   right=cost.see
-- col:    cost_mean  money   9  "Average"  right=cost.see
-- col:    asks       money   9  "Asks now"  right=cost.see
-- col:    days       int     5  "Days"
-- col:    late       int     5  "Late"     drop=90
-- col:    returned   rate    8  "Returned"
-- col:    qty        qty     9  "Bought"   drop=100
-- col:    number     code   14  "Supplier's part number"  drop=110
-- col:    pack       qty     7  "Sold by"  drop=110
-- col:    asks_from  date   10  "Asks since"  drop=120
-- hide:   id int
-- hide:   part_id int
-- right:  cost.see
WITH bought AS (
	SELECT y.supplier_id, l.part_id, l.id, l.qty, l.cost, l.amount, d.day, a.days, a.late,
		ifnull((SELECT sum(b.qty) FROM purchase_line b WHERE b.returns_id = l.id
			AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)), 0) AS back
	FROM purchase_line l
	JOIN purchase y ON y.id = l.document_id
	JOIN document d ON d.id = y.id
	LEFT JOIN (SELECT v.line_id, max(x.day - o.ordered_on) AS days, max(x.day > o.promised_on) AS late
		FROM purchase_arrival v JOIN purchase_order_line n ON n.id = v.order_line_id JOIN purchase_order o ON o.id = n.order_id
		JOIN purchase_line z ON z.id = v.line_id JOIN document x ON x.id = z.document_id GROUP BY v.line_id) a ON a.line_id = l.id
	WHERE l.returns_id IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
), of_supplier AS (
	SELECT supplier_id, part_id, max(id) AS last_id, max(day) AS last_on, min(CASE WHEN cost > 0 THEN cost END) AS cost_low,
		sum(qty) AS qty, sum(amount) AS amount, sum(iif(cost > 0, qty, 0)) AS paid_qty, CAST(round(avg(days)) AS INTEGER) AS days,
		sum(late) AS late, sum(back) AS back
	FROM bought GROUP BY supplier_id, part_id
), asked AS ( -- what holds today
	SELECT a.supplier_id, a.part_id, a.price, a.number, a.pack, a.from_on FROM supplier_price a
	WHERE a.from_on = (SELECT max(o.from_on) FROM supplier_price o WHERE o.part_id = a.part_id AND o.supplier_id = a.supplier_id
		AND o.from_on <= :today)
		AND EXISTS (SELECT 1 FROM party o WHERE o.id = a.supplier_id AND o.merged_into IS NULL)
), both AS (
	SELECT supplier_id, part_id FROM of_supplier UNION SELECT supplier_id, part_id FROM asked
)
SELECT u.supplier_id AS id, u.part_id, p.name AS supplier, l.cost AS cost_last, s.last_on, s.cost_low,
	muldiv(s.amount, 1000, s.paid_qty) AS cost_mean, s.days, s.late, muldiv(s.back, 10000, s.qty) AS returned, s.qty,
	a.price AS asks, a.number, a.pack, a.from_on AS asks_from
FROM both u
JOIN party p ON p.id = u.supplier_id
LEFT JOIN of_supplier s ON s.supplier_id = u.supplier_id AND s.part_id = u.part_id
LEFT JOIN asked a ON a.supplier_id = u.supplier_id AND a.part_id = u.part_id
LEFT JOIN purchase_line l ON l.id = s.last_id
