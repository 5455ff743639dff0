-- title:  Tax owed by month
-- rule:   Output tax less input tax and what was left over before; what is below zero is carried into the next month.
-- group:  Money
-- key:    month
-- order:  month | -month
-- param:  month_of  range  required  default=-1y..today
-- col:    month        text    8  "Month"
-- col:    output       money  13  "Output tax"  sum explain=tax_moves.output
-- col:    input        money  13  "Input tax"   sum explain=tax_moves.input
-- col:    carried_in   money  13  "Carried over"
-- col:    payable      money  13  "To be paid"  sum
-- col:    carried_out  money  13  "Left over"
-- hide:   day int
-- hide:   day_to int
-- chart:  payable
WITH month AS (
	SELECT unixepoch(e.day * 86400, 'unixepoch', 'start of month') / 86400 AS day,
		-sum(iif(l.account_id = 12, l.amount, 0)) AS output, sum(iif(l.account_id = 13, l.amount, 0)) AS input
	FROM entry_line l JOIN entry e ON e.id = l.entry_id
	WHERE l.account_id IN (12, 13) AND e.day <= :month_of_to
	GROUP BY 1
), so_far AS (
	SELECT day, output, input, sum(output - input) OVER (ORDER BY day) AS owed FROM month
), highest AS (
	SELECT day, output, input, owed, max(0, max(owed) OVER (ORDER BY day)) AS top FROM so_far
), carried AS (
	SELECT day, output, input, lag(top - owed, 1, 0) OVER (ORDER BY day) AS carried_in, top - lag(top, 1, 0) OVER (ORDER BY day) AS payable,
		top - owed AS carried_out
	FROM highest
)
-- What stands on the tax accounts at the end of a month. Input tax that is not used up by the output tax of its month is carried
-- over: with the sums so far S and their highest M (at least 0), M - S is left over, and what M grows by is to be paid. A small-scale
-- taxpayer has no input tax, so that all his output tax is.
SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, output, input, carried_in, payable, carried_out, day,
	unixepoch(day * 86400, 'unixepoch', '+1 month') / 86400 - 1 AS day_to
FROM carried WHERE day >= unixepoch(:month_of_from * 86400, 'unixepoch', 'start of month') / 86400
