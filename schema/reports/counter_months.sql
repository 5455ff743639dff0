-- title:  Counter sales by month
-- group:  Stock
-- key:    month
-- param:  day  range  required  default=-1y..today
-- col:    month     text    7  "Month"
-- col:    sales     int     6  "Sales"     sum
-- col:    goods     money  12  "Goods"     sum drop=90
-- col:    fees      money  10  "Fees"      sum drop=100
-- col:    discount  money  10  "Discount"  sum drop=90
-- col:    rounding  money   8  "Rounding"  sum drop=110
-- col:    sold      money  12  "Sold"      sum
-- col:    returned  money  11  "Goods back"  sum
-- col:    total     money  12  "Total"     sum
-- col:    net       money  12  "Net"       sum drop=80
-- col:    tax       money  10  "Tax"       sum drop=120
-- col:    cost      money  12  "Cost"      sum right=cost.see drop=130
-- col:    profit    money  12  "Gross profit"  sum right=cost.see drop=130
-- chart:  total
WITH moved AS (
	SELECT d.day, 1 AS sales, s.goods, s.fees, s.discount, s.rounding, s.total AS sold, 0 AS returned, s.net, s.tax, s.cost
	FROM document d JOIN sale s ON s.id = d.id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 80
	UNION ALL
	SELECT d.day, -1, -s.goods, -s.fees, -s.discount, -s.rounding, -s.total, 0, -s.net, -s.tax, -s.cost
	FROM document d JOIN sale s ON s.id = d.reverses_id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 12
	UNION ALL
	SELECT d.day, 0, 0, 0, 0, -r.rounding, 0, r.total, r.fee_net - r.net, r.fee - r.fee_net - r.tax, -r.cost
	FROM document d JOIN sale_return r ON r.id = d.id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 81
	UNION ALL
	SELECT d.day, 0, 0, 0, 0, r.rounding, 0, -r.total, r.net - r.fee_net, r.tax - r.fee + r.fee_net, r.cost
	FROM document d JOIN sale_return r ON r.id = d.reverses_id WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 12
)
SELECT month, sum(sales) AS sales, sum(goods) AS goods, sum(fees) AS fees, sum(discount) AS discount, sum(rounding) AS rounding,
	sum(sold) AS sold, sum(returned) AS returned, sum(sold - returned) AS total, sum(net) AS net, sum(tax) AS tax,
	sum(cost) AS cost, sum(net + rounding - cost) AS profit
FROM (SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, * FROM moved) GROUP BY month
