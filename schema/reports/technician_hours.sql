-- title:  Hours and shares of the technicians
-- group:  Workshop
-- key:    technician
-- param:  day  range  required  default=m..today
-- col:    technician  text    8  "Technician"
-- col:    person      text   10  "Person"
-- col:    jobs        int     6  "Work orders"  sum
-- col:    hours       qty     7  "Hours billed"  sum
-- col:    clocked     qty     7  "Hours clocked"  sum
-- col:    rate        rate    6  "Billed of clocked"
-- col:    amount      money  10  "Labour billed"  sum
-- col:    fee         money   8  "Fee"  sum
-- col:    commission  money   8  "Commission"  sum
-- chart:  hours
WITH done AS (
	-- a line is divided by its shares, what is left over goes to the largest remainders
	SELECT d.technician_id, d.team_id, d.commission, j.id AS job_id,
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
	WHERE j.settled_on BETWEEN :day_from AND :day_to),
billed AS (SELECT technician_id AS id, count(DISTINCT job_id) AS jobs, sum(hours) AS hours, sum(amount) AS amount,
	sum(fee) AS fee, sum(commission) AS commission FROM done WHERE technician_id IS NOT NULL GROUP BY technician_id),
worked AS (SELECT technician_id AS id, sum(ifnull(stopped_at, :now) - started_at) * 1000 / 3600 AS clocked FROM job_clock
	WHERE started_at BETWEEN :day_from * 86400 - :offset * 60 AND (:day_to + 1) * 86400 - :offset * 60 - 1
	GROUP BY technician_id)
SELECT u.name AS technician, u.title AS person, b.jobs, b.hours, w.clocked, muldiv(b.hours, 10000, w.clocked) AS rate,
	b.amount, b.fee, b.commission
FROM user u LEFT JOIN billed b ON b.id = u.id LEFT JOIN worked w ON w.id = u.id
WHERE b.id IS NOT NULL OR w.id IS NOT NULL
