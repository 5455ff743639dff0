-- title:  Sales by repair type
-- group:  Workshop
-- key:    code
-- param:  day  range  required  default=m..today
-- col:    code    code    8  "Code"
-- col:    title   choice:word  18  "Repair type"
-- col:    jobs    int     6  "Work orders"  sum
-- col:    labour  money  11  "Labour"  sum
-- col:    parts   money  11  "Parts"   sum
-- col:    total   money  11  "Total"   sum
-- col:    profit  money  11  "Gross profit"  sum right=cost.see
-- chart:  total
SELECT t.code, t.title, count(*) AS jobs, sum(s.labour) AS labour, sum(s.parts) AS parts, sum(s.total) AS total,
	sum(s.net + s.rounding - s.cost) AS profit
FROM job j
JOIN settlement s ON s.id = j.settlement_id
JOIN repair_type t ON t.id = j.repair_type_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY t.id
