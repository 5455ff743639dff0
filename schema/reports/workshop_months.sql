-- title:  Workshop by month
-- rule:   By handover; beside it what was settled, what of that has not left, and what the books call income.
-- group:  Workshop
-- key:    month
-- param:  day  range  required  default=-1y..today
-- col:    month  text  8  "Month"
-- col:    cars    int    5  "Handed over"  sum
-- col:    total   money 12  "Amount handed over"  sum explain=workshop_moves.total
-- col:    cost    money 11  "Cost"  sum right=cost.see drop=90 explain=workshop_moves.cost
-- col:    profit  money 11  "Gross profit"  sum right=cost.see drop=100 explain=workshop_moves.profit
-- col:    settled  int    5  "Settled"  sum
-- col:    settled_total  money 12  "Amount settled"  sum explain=workshop_moves.settled_total
-- col:    waiting  money 12  "Settled, not handed over"  sum explain=workshop_moves.waiting
-- col:    given_back  money 11  "Credited"  sum explain=workshop_moves.given_back
-- col:    income  money 11  "Net income"  sum drop=110 explain=workshop_moves.income
-- chart:  total
-- hide:   day int
-- hide:   day_to int
SELECT month, sum(cars) AS cars, sum(total) AS total, sum(cost) AS cost, sum(profit) AS profit, sum(settled) AS settled,
	sum(settled_total) AS settled_total, sum(waiting) AS waiting, sum(given_back) AS given_back, sum(income) AS income,
	max(:day_from, unixepoch(min(day) * 86400, 'unixepoch', 'start of month') / 86400) AS day,
	min(:day_to, unixepoch(min(day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1) AS day_to
FROM workshop_figure WHERE day BETWEEN :day_from AND :day_to
GROUP BY month
