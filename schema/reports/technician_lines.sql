-- title:  Work of the technicians, line by line
-- group:  Workshop
-- key:    technician settled_on line
-- param:  day  range  required  default=m..today
-- param:  technician  ref:staff  filter=technician_id
-- col:    technician  text   10  "Technician"
-- col:    settled_on  date   10  "Settled on"
-- col:    number      code   14  "Work order"
-- col:    plate       plate  10  "Plate"  drop=90
-- col:    text        text   20  "Work"
-- col:    share       rate    6  "Share"  drop=90
-- col:    hours       qty     6  "Hours"  sum
-- col:    amount      money  11  "Labour billed"  sum
-- col:    fee         money  10  "Fee"  sum drop=100
-- col:    commission  money  10  "Commission"  sum drop=110
-- hide:   line int
-- hide:   technician_id int
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
SELECT u.name AS technician, d.settled_on, d.number, v.plate, d.text, d.share, d.hours, d.amount, d.fee, d.commission,
	d.line_id AS line, d.technician_id
FROM done d
JOIN user u ON u.id = d.technician_id
LEFT JOIN vehicle v ON v.id = d.vehicle_id
