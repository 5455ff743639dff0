-- title:  The manager's figures
-- group:  Money
-- key:    period
-- order:  period | -period
-- param:  period_of  range  required  default=-1y..today
-- param:  by  choice:grain  default=month
-- col:    period     text   10  "Period"
-- col:    turnover   money  12  "Turnover"  sum explain=turnover
-- col:    last_year  money  12  "A year before"  sum
-- col:    change     rate    8  "Against last year"
-- col:    workshop   money  12  "Workshop"  sum
-- col:    counter    money  11  "Counter"   sum
-- col:    cars       int     5  "Cars"      sum
-- col:    profit     money  12  "Gross profit"  sum right=cost.see drop=100
-- col:    profit_last  money  12  "Profit a year before"  sum right=cost.see drop=130
-- col:    receipts   money  12  "Receipts"  sum drop=110
-- col:    expenses   money  12  "Expenses"  sum right=cost.see drop=150
-- hide:   day int
-- hide:   day_to int
-- chart:  turnover
WITH span AS (
	SELECT :period_of_from AS a, :period_of_to AS b,
		unixepoch(:period_of_from * 86400, 'unixepoch', '-1 year') / 86400 AS la, unixepoch(:period_of_to * 86400, 'unixepoch', '-1 year') / 86400 AS lb
), moved AS (
	SELECT t.day, 0 AS last, t.gross, iif(t.department = 1, t.gross, 0) AS workshop, t.net - t.cost AS profit, t.cars, 0 AS receipts, 0 AS expenses
	FROM turnover_line t WHERE t.day BETWEEN (SELECT a FROM span) AND (SELECT b FROM span)
	UNION ALL
	SELECT unixepoch(t.day * 86400, 'unixepoch', '+1 year') / 86400, 1, t.gross, 0, t.net - t.cost, 0, 0, 0
	FROM turnover_line t WHERE t.day BETWEEN (SELECT la FROM span) AND (SELECT lb FROM span)
	UNION ALL
	SELECT d.day, 0, 0, 0, 0, 0, y.amount, 0 FROM document d JOIN payment y ON y.document_id = d.id
	WHERE d.day BETWEEN (SELECT a FROM span) AND (SELECT b FROM span) AND y.party_id IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
	UNION ALL
	SELECT d.day, 0, 0, 0, 0, 0, 0, iif(d.kind_id = 12, e.tax - e.amount, e.amount - e.tax)
	FROM document d JOIN expense e ON e.id = iif(d.kind_id = 12, d.reverses_id, d.id) JOIN expense_category c ON c.id = e.category_id
	WHERE d.day BETWEEN (SELECT a FROM span) AND (SELECT b FROM span) AND NOT c.income
)
SELECT strftime(CASE ifnull(:by, 'month') WHEN 'day' THEN '%Y-%m-%d' WHEN 'year' THEN '%Y' ELSE '%Y-%m' END, day * 86400, 'unixepoch') AS period,
	sum(iif(last, 0, gross)) AS turnover, sum(iif(last, gross, 0)) AS last_year,
	iif(sum(iif(last, gross, 0)) > 0, muldiv(sum(iif(last, -gross, gross)), 10000, sum(iif(last, gross, 0))), NULL) AS change,
	sum(workshop) AS workshop, sum(iif(last, 0, gross)) - sum(workshop) AS counter, sum(cars) AS cars,
	sum(iif(last, 0, profit)) AS profit, sum(iif(last, profit, 0)) AS profit_last, sum(receipts) AS receipts, sum(expenses) AS expenses,
	CASE ifnull(:by, 'month') WHEN 'day' THEN day
		WHEN 'year' THEN unixepoch(min(day) * 86400, 'unixepoch', 'start of year') / 86400
		ELSE unixepoch(min(day) * 86400, 'unixepoch', 'start of month') / 86400 END AS day,
	CASE ifnull(:by, 'month') WHEN 'day' THEN day
		WHEN 'year' THEN unixepoch(min(day) * 86400, 'unixepoch', 'start of year', '+1 year') / 86400 - 1
		ELSE unixepoch(min(day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1 END AS day_to
FROM moved GROUP BY 1
