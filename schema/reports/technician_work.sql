-- title:  Work of the technicians
-- group:  Workshop
-- key:    technician
-- param:  day  range  required  default=m..today
-- col:    technician  text   12  "Technician"
-- col:    person      text   12  "Person"
-- col:    jobs        int     6  "Work orders"  sum
-- col:    lines       int     6  "Lines"  sum
-- col:    hours       qty     8  "Hours"  sum
-- col:    amount      money  12  "Labour billed"  sum
-- col:    fee         money  11  "Fee"  sum drop=90
-- col:    commission  money  11  "Commission"  sum drop=100
-- chart:  amount
WITH done AS (
	-- a line is divided by its shares, what is left over goes to the largest remainders
	SELECT d.technician_id, d.team_id, d.commission, d.share, j.id AS job_id, j.number, j.vehicle_id, j.settled_on, s.id AS line_id, s.text,
		l.hours * d.share / 10000 + (row_number() OVER (PARTITION BY d.line_id ORDER BY l.hours * d.share % 10000 DESC, d.id) <=
		l.hours - sum(l.hours * d.share / 10000) OVER (PARTITION BY d.line_id)) AS hours,
		(s.amount - s.discount) * d.share / 10000 + (row_number() OVER (PARTITION BY d.line_id ORDER BY (s.amount - s.discount) * d.share % 10000 DESC, d.id) <=
		(s.amount - s.discount) - sum((s.amount - s.discount) * d.share / 10000) OVER (PARTITION BY d.line_id)) AS amount,
		ifnull(d.fee, (s.amount - s.discount) * d.share / 10000 + (row_number() OVER (PARTITION BY d.line_id ORDER BY (s.amount - s.discount) * d.share % 10000 DESC, d.id) <=
		(s.amount - s.discount) - sum((s.amount - s.discount) * d.share / 10000) OVER (PARTITION BY d.line_id))) AS fee
	FROM job j
	JOIN settlement_line s ON s.settlement_id = j.settlement_id AND s.kind = 'labour'
	JOIN job_line l ON l.id = s.job_line_id
	JOIN dispatch d ON d.line_id = l.id
	WHERE j.settled_on BETWEEN :day_from AND :day_to)
SELECT u.name AS technician, u.title AS person, count(DISTINCT d.job_id) AS jobs, count(*) AS lines, sum(d.hours) AS hours,
	sum(d.amount) AS amount, sum(d.fee) AS fee, sum(d.commission) AS commission
FROM done d JOIN user u ON u.id = d.technician_id
GROUP BY u.id
UNION ALL
SELECT '-', NULL, count(DISTINCT j.id), count(*), sum(l.hours), sum(s.amount - s.discount), NULL, NULL
FROM job j
JOIN settlement_line s ON s.settlement_id = j.settlement_id AND s.kind = 'labour'
JOIN job_line l ON l.id = s.job_line_id
WHERE j.settled_on BETWEEN :day_from AND :day_to AND NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.line_id = l.id)
HAVING count(*) > 0
