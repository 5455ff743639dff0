-- title:  Work of the advisors
-- group:  Workshop
-- key:    advisor
-- param:  day  range  required  default=m..today
-- col:    advisor   text   12  "Advisor"
-- col:    person    text   14  "Person"
-- col:    jobs      int     6  "Work orders"  sum
-- col:    labour    money  11  "Labour"  sum
-- col:    parts     money  11  "Parts"   sum
-- col:    total     money  11  "Total"   sum
-- col:    average   money  11  "Average"
-- chart:  total
SELECT ifnull(u.name, '-') AS advisor, u.title AS person, count(*) AS jobs, sum(s.labour) AS labour,
	sum(s.parts) AS parts, sum(s.total) AS total, muldiv(sum(s.total), 1, count(*)) AS average
FROM job j
JOIN settlement s ON s.id = j.settlement_id
LEFT JOIN user u ON u.id = j.advisor_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY u.id
