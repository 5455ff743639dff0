-- title:  The manager's figures
-- rule:   Turnover is what was settled and sold less what came back, with tax; beside it the same days a year before.
-- group:  Money
-- key:    period
-- order:  period | -period
-- param:  period_of  range  required  default=-1y..today
-- param:  by  choice:grain  default=month
-- col:    period     text   10  "Period"
-- col:    turnover   money  12  "Turnover"  sum explain=turnover.gross
-- col:    last_year  money  12  "A year before"  sum explain=turnover_last.gross
-- col:    change     rate    8  "Against last year"
-- col:    workshop   money  12  "Workshop"  sum drop=110 explain=turnover_workshop.gross
-- col:    counter    money  11  "Counter"   sum drop=110 explain=turnover_counter.gross
-- col:    cars       int     5  "Cars"      sum explain=turnover_workshop
-- col:    profit     money  12  "Gross profit"  sum right=cost.see drop=120 explain=turnover.profit
-- col:    profit_last  money  12  "Profit a year before"  sum right=cost.see drop=130 explain=turnover_last.profit
-- col:    receipts   money  12  "Money taken"  sum drop=140 explain=receipt_moves.amount
-- col:    expenses   money  12  "Expenses"  sum right=cost.see drop=150 explain=expense_moves.expense
-- hide:   day int
-- hide:   day_to int
-- hide:   year_before int
-- hide:   year_before_to int
-- chart:  turnover
WITH figure AS (
	SELECT f.id AS day, f.workshop + f.counter AS gross, 0 AS last, f.workshop, f.counter, f.profit, 0 AS profit_last, f.cars, f.receipts,
		f.expenses
	FROM figure_day f WHERE f.id BETWEEN :period_of_from AND :period_of_to
	UNION ALL
	SELECT unixepoch(f.id * 86400, 'unixepoch', '+1 year') / 86400, 0, f.workshop + f.counter, 0, 0, 0, f.profit, 0, 0, 0
	FROM figure_day f
	WHERE f.id BETWEEN unixepoch(:period_of_from * 86400, 'unixepoch', '-1 year') / 86400
		AND unixepoch(:period_of_to * 86400, 'unixepoch', '-1 year') / 86400
), period AS (
	SELECT strftime(CASE ifnull(:by, 'month') WHEN 'day' THEN '%Y-%m-%d' WHEN 'year' THEN '%Y' ELSE '%Y-%m' END, day * 86400, 'unixepoch') AS period,
		sum(gross) AS turnover, sum(last) AS last_year, sum(workshop) AS workshop, sum(counter) AS counter, sum(cars) AS cars,
		sum(profit) AS profit, sum(profit_last) AS profit_last, sum(receipts) AS receipts, sum(expenses) AS expenses,
		CASE ifnull(:by, 'month') WHEN 'day' THEN day
			WHEN 'year' THEN unixepoch(min(day) * 86400, 'unixepoch', 'start of year') / 86400
			ELSE unixepoch(min(day) * 86400, 'unixepoch', 'start of month') / 86400 END AS day,
		CASE ifnull(:by, 'month') WHEN 'day' THEN day
			WHEN 'year' THEN unixepoch(min(day) * 86400, 'unixepoch', 'start of year', '+1 year') / 86400 - 1
			ELSE unixepoch(min(day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1 END AS day_to
	FROM figure GROUP BY 1
), span AS (
	SELECT *, max(day, :period_of_from) AS shown, min(day_to, :period_of_to) AS shown_to FROM period
)
SELECT period, turnover, last_year, iif(last_year > 0, muldiv(turnover - last_year, 10000, last_year), NULL) AS change, workshop, counter,
	cars, profit, profit_last, receipts, expenses, shown AS day, shown_to AS day_to,
	unixepoch(shown * 86400, 'unixepoch', '-1 year') / 86400 AS year_before, unixepoch(shown_to * 86400, 'unixepoch', '-1 year') / 86400 AS year_before_to
FROM span
