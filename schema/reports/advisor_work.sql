-- title:  Work of the advisors
-- group:  Workshop
-- key:    advisor
-- param:  day  range  required  default=m..today
-- col:    advisor   text   12  "Advisor"
-- col:    person    text   12  "Person"
-- col:    received  int     8  "Cars received"  sum
-- col:    jobs      int     8  "Cars settled"  sum
-- col:    labour    money  11  "Labour"  sum drop=90
-- col:    parts     money  11  "Parts"   sum drop=90
-- col:    total     money  11  "Total"   sum
-- col:    credited  money  11  "Credited"  sum drop=90
-- col:    average   money  10  "Average"
-- col:    profit    money  11  "Gross profit"  sum right=cost.see drop=110
-- chart:  total
SELECT ifnull(u.name, '-') AS advisor, u.title AS person, sum(x.received) AS received, sum(x.settled) AS jobs,
	sum(x.labour) AS labour, sum(x.parts) AS parts, sum(x.total) AS total, sum(x.credited) AS credited,
	muldiv(sum(x.total), 1, nullif(sum(x.settled), 0)) AS average, sum(x.profit) AS profit
FROM (SELECT j.advisor_id, 1 AS received, 0 AS settled, 0 AS labour, 0 AS parts, 0 AS total, 0 AS credited, 0 AS profit
	FROM job j WHERE j.received_on BETWEEN :day_from AND :day_to AND j.state <> 'cancelled'
	UNION ALL
	SELECT j.advisor_id, 0, 1, s.labour, s.parts, s.total, ifnull(c.total, 0), s.net + s.rounding - s.cost - ifnull(c.profit, 0)
	FROM job j JOIN settlement s ON s.id = j.settlement_id LEFT JOIN settlement_credited c ON c.settlement_id = s.id
	WHERE j.settled_on BETWEEN :day_from AND :day_to) x
LEFT JOIN user u ON u.id = x.advisor_id
GROUP BY x.advisor_id
