-- title:  Tax by month and rate
-- rule:   The tax in the lines of sales less what came back, by its rate; below zero what suppliers' invoices let the shop deduct.
-- group:  Money
-- key:    month pos rate
-- param:  day  range  required  default=-1y..today
-- col:    month  text    8  "Month"
-- col:    what   choice:word  14  "What"
-- col:    rate   rate    8  "Tax rate"
-- col:    gross  money  14  "Amount"  sum explain=tax_lines.gross
-- col:    net    money  14  "Net"     sum explain=tax_lines.net
-- col:    tax    money  12  "Tax"     sum explain=tax_lines.tax
-- hide:   pos int
-- hide:   day int
-- hide:   day_to int
-- chart:  tax
WITH rate AS (
	SELECT unixepoch(day * 86400, 'unixepoch', 'start of month') / 86400 AS day, pos, ifnull(rate, 0) AS rate, sum(net) AS net, sum(tax) AS tax
	FROM tax_line WHERE day BETWEEN :day_from AND :day_to
	GROUP BY 1, pos, 3
)
SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, pos, iif(pos = 1, 'Output tax', 'Input tax') AS what, rate, net + tax AS gross, net, tax,
	max(day, :day_from) AS day, min(unixepoch(day * 86400, 'unixepoch', '+1 month') / 86400 - 1, :day_to) AS day_to
FROM rate
