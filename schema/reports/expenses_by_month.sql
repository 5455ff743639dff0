-- title:  Expenses and other income by month
-- rule:   What was booked under each category without the tax in it; a reversal counts back on its own day.
-- group:  Money
-- key:    month income category
-- param:  day  range  required  default=-1y..today
-- col:    month     text   8  "Month"
-- col:    category  choice:word  24  "Category"
-- col:    count     int    6  "Papers"  sum
-- col:    expense   money 12  "Expense"  sum explain=expense_moves.expense
-- col:    income    money 12  "Income"   sum explain=expense_moves.income
-- col:    last_year money 12  "A year before"  sum
-- chart:  expense
-- hide:   category_id int
-- hide:   day int
-- hide:   day_to int
WITH booked AS (
	SELECT day, category_id, amount, papers AS n FROM expense_move
	WHERE day BETWEEN :day_from AND :day_to OR day BETWEEN :day_from - 366 AND :day_to - 365
), months AS (
	SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, strftime('%Y-%m', day * 86400, 'unixepoch', '+1 year') AS later,
		category_id, sum(amount) AS amount, sum(n) AS n, min(day) AS day
	FROM booked GROUP BY 1, category_id
)
SELECT m.month, m.category_id, c.title AS category, m.n AS count, iif(c.income, 0, m.amount) AS expense, iif(c.income, m.amount, 0) AS income,
	ifnull((SELECT y.amount FROM months y WHERE y.later = m.month AND y.category_id = m.category_id), 0) AS last_year,
	max(:day_from, unixepoch(m.day * 86400, 'unixepoch', 'start of month') / 86400) AS day,
	min(:day_to, unixepoch(m.day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1) AS day_to
FROM months m JOIN expense_category c ON c.id = m.category_id
WHERE m.month >= strftime('%Y-%m', :day_from * 86400, 'unixepoch')
