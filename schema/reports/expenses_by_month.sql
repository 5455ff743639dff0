-- title:  Expenses and other income by month
-- group:  Money
-- key:    month income category
-- param:  day  range  required  default=-1y..today
-- col:    month     text   8  "Month"
-- col:    category  choice:word  24  "Category"
-- col:    count     int    6  "Papers"  sum
-- col:    expense   money 12  "Expense"  sum
-- col:    income    money 12  "Income"   sum
-- col:    last_year money 12  "A year before"  sum
-- chart:  expense
WITH booked AS (
	SELECT d.day, e.category_id, e.amount - e.tax AS amount, 1 AS n FROM document d JOIN expense e ON e.id = d.id
	WHERE d.kind_id IN (107, 108) AND (d.day BETWEEN :day_from AND :day_to OR d.day BETWEEN :day_from - 366 AND :day_to - 365)
	UNION ALL
	SELECT d.day, e.category_id, e.tax - e.amount, -1 FROM document d JOIN expense e ON e.id = d.reverses_id
	WHERE d.kind_id = 12 AND (d.day BETWEEN :day_from AND :day_to OR d.day BETWEEN :day_from - 366 AND :day_to - 365)
), months AS (
	SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, strftime('%Y-%m', day * 86400, 'unixepoch', '+1 year') AS later,
		category_id, sum(amount) AS amount, sum(n) AS n, min(day) AS day
	FROM booked GROUP BY 1, category_id
)
SELECT m.month, c.title AS category, m.n AS count, iif(c.income, 0, m.amount) AS expense, iif(c.income, m.amount, 0) AS income,
	ifnull((SELECT y.amount FROM months y WHERE y.later = m.month AND y.category_id = m.category_id), 0) AS last_year
FROM months m JOIN expense_category c ON c.id = m.category_id
WHERE m.month >= strftime('%Y-%m', :day_from * 86400, 'unixepoch')
