-- title:  Counter sales by day
-- rule:   What was sold less what came back; a reversal counts back on its own day.
-- group:  Stock
-- key:    day
-- param:  day  range  required  default=m..today
-- col:    day       date   10  "Day"
-- col:    sales     int     6  "Sales"     sum
-- col:    goods     money  12  "Goods"     sum drop=90 explain=counter_moves.goods
-- col:    fees      money  10  "Fees"      sum drop=100 explain=counter_moves.fees
-- col:    discount  money  10  "Discount"  sum drop=90 explain=counter_moves.discount
-- col:    rounding  money   8  "Rounding"  sum drop=110 explain=counter_moves.rounding
-- col:    sold      money  12  "Sold"      sum explain=counter_moves.sold
-- col:    returned  money  11  "Goods back"  sum explain=counter_moves.returned
-- col:    total     money  12  "Total"     sum explain=counter_moves.total
-- col:    net       money  12  "Net"       sum drop=80 explain=counter_moves.net
-- col:    tax       money  10  "Tax"       sum drop=120 explain=counter_moves.tax
-- col:    cost      money  12  "Cost"      sum right=cost.see drop=130 explain=counter_moves.cost
-- col:    profit    money  12  "Gross profit"  sum right=cost.see drop=130 explain=counter_moves.profit
-- chart:  total
SELECT day, sum(sales) AS sales, sum(goods) AS goods, sum(fees) AS fees, sum(discount) AS discount, sum(rounding) AS rounding,
	sum(sold) AS sold, sum(returned) AS returned, sum(sold - returned) AS total, sum(net) AS net, sum(tax) AS tax,
	sum(cost) AS cost, sum(net + rounding - cost) AS profit
FROM counter_move WHERE day BETWEEN :day_from AND :day_to GROUP BY day
