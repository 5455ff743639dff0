-- title:  Repair types by month
-- group:  Workshop
-- key:    month code
-- param:  day  range  required  default=-1y..today
-- col:    month   code    8  "Month"
-- col:    code    code   14  "Code"  drop=110
-- col:    title   choice:word  16  "Repair type"
-- col:    jobs    int     6  "Work orders"  sum
-- col:    labour  money  11  "Labour"  sum
-- col:    parts   money  11  "Parts"   sum
-- col:    total   money  12  "Total"   sum
-- col:    credited money 11  "Credited"  sum drop=105
-- col:    average money  10  "On average"  drop=95
-- col:    profit  money  12  "Gross profit"  sum right=cost.see drop=100
-- chart:  total
SELECT strftime('%Y-%m', j.settled_on * 86400, 'unixepoch') AS month, t.code, t.title, count(*) AS jobs,
	sum(s.labour) AS labour, sum(s.parts) AS parts, sum(s.total) AS total, sum(ifnull(c.total, 0)) AS credited,
	muldiv(sum(s.total), 1, count(*)) AS average, sum(s.net + s.rounding - s.cost - ifnull(c.profit, 0)) AS profit
FROM job j
JOIN settlement s ON s.id = j.settlement_id
LEFT JOIN settlement_credited c ON c.settlement_id = s.id
JOIN repair_type t ON t.id = j.repair_type_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY month, t.id
