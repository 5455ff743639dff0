-- title:  Work of the teams
-- group:  Workshop
-- key:    team
-- param:  day  range  required  default=m..today
-- col:    team        text   12  "Team"
-- col:    title       text   16  "Description"
-- col:    jobs        int     6  "Work orders"  sum
-- col:    hours       qty     8  "Hours"  sum
-- col:    amount      money  13  "Labour billed"  sum
-- col:    fee         money  12  "Fee"  sum
-- col:    commission  money  12  "Commission"  sum
-- chart:  amount
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
	WHERE j.settled_on BETWEEN :day_from AND :day_to)
SELECT t.code AS team, t.title, count(DISTINCT d.job_id) AS jobs, sum(d.hours) AS hours, sum(d.amount) AS amount,
	sum(d.fee) AS fee, sum(d.commission) AS commission
FROM done d JOIN team t ON t.id = d.team_id
GROUP BY t.id
