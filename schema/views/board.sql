-- title:  Workshop board
-- group:  Workshop
-- key:    received_at id
-- id:     id
-- order:  received_at
-- col:    mark        text   1  "!"  style=error
-- col:    plate       plate 10  "Plate"  find
-- col:    step        choice:board_step  12  "Step"
-- col:    workers     text  12  "Technicians"  find
-- col:    bay         text   4  "Bay"     find
-- col:    age         text   7  "Age"
-- col:    promised_at time  11  "Promised"
-- col:    model       text  12  "Model"  find drop=90
-- col:    note        text  16  "Note"        drop=100
-- col:    customer    text  12  "Customer"  find drop=120
-- col:    hours       qty    6  "Hours"       drop=130
-- col:    clocked     qty    7  "Clocked"     drop=130
-- col:    repair_type choice:word  12  "Repair type"  drop=150
-- col:    number      code  14  "Work order"  find drop=160
-- col:    advisor     text  10  "Advisor"     drop=170
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   received_at time
-- hide:   next code
-- hide:   page code
-- hide:   late bool
-- hide:   waiting bool
-- hide:   away bool
-- watch:  job job_line dispatch job_clock job_step car_away want
-- desk
SELECT b.*, iif(b.late, '!', NULL) AS mark
FROM (SELECT j.id, j.ver, j.vehicle_id, j.received_at, v.plate, v.model, p.name AS customer, j.promised_at, j.bay,
	CASE
		WHEN j.state = 'finished' AND j.check_id IS NULL AND j.away_id IS NULL AND EXISTS (SELECT 1 FROM repair_gate r WHERE r.repair_type_id = j.repair_type_id AND r.gate_id = 3)
			THEN 'check'
		WHEN j.state IN ('finished', 'settled') AND j.away_id IS NULL THEN j.state
		WHEN j.away_id IS NOT NULL THEN 'away'
		WHEN j.waiting = 'parts' AND EXISTS (SELECT 1 FROM want n WHERE n.job_id = j.id AND n.state = 'arrived')
			AND NOT EXISTS (SELECT 1 FROM want n WHERE n.job_id = j.id AND n.state IN ('open', 'ordered')) THEN 'parts_here'
		WHEN j.waiting IS NOT NULL THEN j.waiting
		WHEN EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id AND c.stopped_at IS NULL) THEN 'working'
		WHEN j.state = 'in_work' AND (SELECT s.from_state FROM job_step s WHERE s.job_id = j.id ORDER BY s.id DESC LIMIT 1) =
			'finished' THEN 'sent_back'
		WHEN NOT EXISTS (SELECT 1 FROM job_line l JOIN dispatch d ON d.line_id = l.id WHERE l.job_id = j.id AND l.state = 'on')
			THEN 'to_dispatch'
		WHEN NOT EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id) AND NOT EXISTS (SELECT 1 FROM job_line l
			WHERE l.job_id = j.id AND l.issued_qty > 0) THEN 'dispatched'
		ELSE 'in_work' END AS step,
	(SELECT group_concat(x.title, ', ') FROM (SELECT DISTINCT ifnull(u.title, t.title) AS title FROM job_line l
		JOIN dispatch d ON d.line_id = l.id LEFT JOIN user u ON u.id = d.technician_id LEFT JOIN team t ON t.id = d.team_id
		WHERE l.job_id = j.id AND l.state = 'on') x) AS workers,
	printf('%d:%02d', (:now - j.received_at) / 3600, (:now - j.received_at) / 60 % 60) AS age,
	((j.state IN ('received', 'in_work') AND j.promised_at IS NOT NULL AND j.promised_at < :now) OR
		(j.away_id IS NOT NULL AND ifnull(a.expected_at, :now) < :now)) AS late,
	ifnull(j.waiting_note, a.reason) AS note, j.waiting IS NOT NULL AS waiting, j.away_id IS NOT NULL AS away,
	(SELECT sum(l.hours) FROM job_line l WHERE l.job_id = j.id AND l.kind = 'labour' AND l.state = 'on') AS hours,
	(SELECT sum(ifnull(c.stopped_at, :now) - c.started_at) * 1000 / 3600 FROM job_clock c WHERE c.job_id = j.id) AS clocked,
	t.title AS repair_type, j.number, w.title AS advisor,
	(SELECT n.step FROM job_next n WHERE n.id = j.id) AS next,
	(SELECT n.page FROM job_next n WHERE n.id = j.id) AS page
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN car_away a ON a.id = j.away_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN user w ON w.id = j.advisor_id
WHERE j.state NOT IN ('handed_over', 'cancelled')) b
