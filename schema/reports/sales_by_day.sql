-- title:  Sales by day, labour and parts
-- group:  Money
-- key:    day
-- param:  day  range  required  default=m..today
-- col:    day       date   10  "Day"
-- col:    jobs      int     6  "Work orders"  sum
-- col:    labour    money  12  "Labour"    sum
-- col:    parts     money  12  "Parts"     sum
-- col:    fees      money  10  "Fees"      sum drop=100
-- col:    discount  money  10  "Discount"  sum drop=90
-- col:    rounding  money   8  "Rounding"  sum drop=110
-- col:    total     money  12  "Total"     sum
-- col:    net       money  12  "Net"       sum drop=80
-- col:    tax       money  10  "Tax"       sum drop=120
-- col:    cost      money  12  "Cost"      sum right=cost.see drop=130
-- col:    profit    money  12  "Gross profit"  sum right=cost.see drop=130
-- chart:  total
WITH s AS (
	SELECT d.day, iif(d.kind_id = 4, 1, -1) AS sign, s.*
	FROM document d JOIN settlement s ON s.id = iif(d.kind_id = 4, d.id, d.reverses_id)
	WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id IN (4, 12)
)
SELECT day, sum(sign) AS jobs, sum(sign * labour) AS labour, sum(sign * parts) AS parts, sum(sign * fees) AS fees,
	sum(sign * discount) AS discount, sum(sign * rounding) AS rounding, sum(sign * total) AS total,
	sum(sign * net) AS net, sum(sign * tax) AS tax, sum(sign * cost) AS cost, sum(sign * (net + rounding - cost)) AS profit
FROM s GROUP BY day
