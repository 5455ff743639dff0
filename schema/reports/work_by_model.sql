-- title:  Work by make and model
-- group:  Workshop
-- key:    make model
-- order:  -total make model | make model
-- param:  day  range  required  default=-1y..today
-- col:    make    text   12  "Make"
-- col:    model   text   14  "Model"
-- col:    cars    int     6  "Cars"  sum
-- col:    jobs    int     7  "Visits"  sum
-- col:    labour  money  11  "Labour"  sum drop=100
-- col:    parts   money  11  "Parts"   sum drop=100
-- col:    total   money  12  "Total"   sum
-- col:    each    money  10  "A visit"
-- col:    profit  money  11  "Gross profit"  sum right=cost.see drop=110
-- chart:  total
SELECT ifnull(v.make, '') AS make, ifnull(v.model, '') AS model, count(DISTINCT v.id) AS cars, count(*) AS jobs,
	sum(s.labour) AS labour, sum(s.parts) AS parts, sum(s.total) AS total, muldiv(sum(s.total), 1, count(*)) AS each,
	sum(s.net + s.rounding - s.cost) AS profit
FROM job j
JOIN settlement s ON s.id = j.settlement_id
JOIN vehicle v ON v.id = j.vehicle_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY ifnull(v.make, ''), ifnull(v.model, '')
