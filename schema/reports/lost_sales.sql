-- title:  Asked, not had
-- group:  Stock
-- key:    text
-- order:  -times text
-- param:  day  range  required  default=m..today
-- col:    text      text   30  "What was asked for"
-- col:    code      code   14  "Part"
-- col:    times     int     6  "Times"     sum
-- col:    qty       qty    10  "Quantity"
-- col:    worth     money  12  "Worth"     sum
-- col:    last_on   date   10  "Last on"
-- col:    customers int     9  "Customers"  drop=90
-- chart:  times
WITH asked AS (
	SELECT w.part_id, w.qty, w.customer_id, (w.at + :offset * 60) / 86400 AS day, ifnull(p.name, w.text) AS text, p.code, p.price
	FROM want w LEFT JOIN part p ON p.id = w.part_id
	WHERE w.source = 'lost'
)
SELECT text, max(code) AS code, count(*) AS times, sum(qty) AS qty, sum(ifnull(muldiv(qty, price, 1000), 0)) AS worth,
	max(day) AS last_on, count(DISTINCT customer_id) AS customers
FROM asked WHERE day BETWEEN :day_from AND :day_to
GROUP BY text
