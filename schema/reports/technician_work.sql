-- title:  Work of the technicians
-- group:  Workshop
-- key:    technician
-- param:  day  range  required  default=m..today
-- col:    technician  text   12  "Technician"
-- col:    person      text   14  "Person"
-- col:    jobs        int     6  "Work orders"  sum
-- col:    lines       int     6  "Lines"  sum
-- col:    hours       qty     8  "Hours"  sum
-- col:    amount      money  13  "Labour billed"  sum
-- chart:  hours
SELECT ifnull(u.name, '-') AS technician, u.title AS person, count(DISTINCT j.id) AS jobs, count(*) AS lines,
	sum(l.hours) AS hours, sum(s.amount - s.discount) AS amount
FROM job j
JOIN settlement_line s ON s.settlement_id = j.settlement_id AND s.kind = 'labour'
JOIN job_line l ON l.id = s.job_line_id
LEFT JOIN user u ON u.id = l.technician_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY u.id
