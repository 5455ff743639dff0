-- title:  Sales by salesperson
-- group:  Stock
-- key:    person
-- param:  day  range  required  default=m..today
-- col:    person    text   14  "Salesperson"
-- col:    sales     int     6  "Sales"     sum
-- col:    sold      money  12  "Sold"      sum
-- col:    returned  money  11  "Goods back"  sum
-- col:    total     money  12  "Total"     sum
-- col:    discount  money  10  "Discount"  sum drop=90
-- col:    open      money  11  "Open"      sum drop=100
-- col:    cost      money  12  "Cost"      sum right=cost.see drop=110
-- col:    profit    money  12  "Gross profit"  sum right=cost.see
-- chart:  total
WITH moved AS (
	SELECT s.salesperson_id, 1 AS sales, s.total AS sold, 0 AS returned, s.discount, s.cost, s.net + s.rounding AS income,
		ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = s.id), 0) AS open
	FROM document d JOIN sale s ON s.id = d.id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 80
	UNION ALL
	SELECT s.salesperson_id, -1, -s.total, 0, -s.discount, -s.cost, -s.net - s.rounding, 0
	FROM document d JOIN sale s ON s.id = d.reverses_id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 12
	UNION ALL
	SELECT r.salesperson_id, 0, 0, r.total, 0, -r.cost, r.fee_net - r.net - r.rounding, 0
	FROM document d JOIN sale_return r ON r.id = d.id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 81
	UNION ALL
	SELECT r.salesperson_id, 0, 0, -r.total, 0, r.cost, r.net + r.rounding - r.fee_net, 0
	FROM document d JOIN sale_return r ON r.id = d.reverses_id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 12
)
SELECT u.title AS person, sum(m.sales) AS sales, sum(m.sold) AS sold, sum(m.returned) AS returned,
	sum(m.sold - m.returned) AS total, sum(m.discount) AS discount, sum(m.open) AS open, sum(m.cost) AS cost,
	sum(m.income - m.cost) AS profit
FROM moved m JOIN user u ON u.id = m.salesperson_id
GROUP BY u.id
