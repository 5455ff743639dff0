-- title:  Workshop by month
-- group:  Workshop
-- key:    month
-- param:  day  range  required  default=-1y..today
-- col:    month  text  8  "Month"
-- col:    cars    int    5  "Handed over"  sum
-- col:    total   money 12  "Amount handed over"  sum
-- col:    cost    money 11  "Cost"  sum right=cost.see drop=90
-- col:    profit  money 11  "Gross profit"  sum right=cost.see drop=100
-- col:    settled  int    5  "Settled"  sum
-- col:    settled_total  money 12  "Amount settled"  sum
-- col:    waiting  money 12  "Settled, not handed over"  sum
-- col:    given_back  money 11  "Credited"  sum
-- col:    income  money 11  "Net income"  sum drop=110
-- chart:  total
SELECT month, sum(cars) AS cars, sum(total) AS total, sum(cost) AS cost, sum(profit) AS profit, sum(settled) AS settled,
	sum(settled_total) AS settled_total, sum(waiting) AS waiting, sum(given_back) AS given_back, sum(income) AS income
FROM workshop_figure WHERE day BETWEEN :day_from AND :day_to
GROUP BY month
