-- title:  My work
-- group:  Workshop
-- key:    received_at id
-- id:     id
-- order:  received_at
-- col:    mark        text   1  "!"  style=error
-- col:    plate       plate 10  "Plate"  find
-- col:    step        choice:board_step  12  "Step"
-- col:    work        text  22  "Work"  find
-- col:    parts       text   7  "Parts"
-- col:    bay         text   4  "Bay"
-- col:    promised_at time  11  "Promised"
-- col:    model       text  12  "Model"  find drop=90
-- col:    hours       qty    6  "Hours"       drop=100
-- col:    clocked     qty    7  "Clocked"     drop=100
-- col:    complaint   text  24  "Complaint"   drop=130
-- col:    key_tag     text   6  "Key tag"     drop=140
-- col:    number      code  14  "Work order"  find drop=150
-- hide:   id int
-- hide:   vehicle_id int
-- hide:   received_at time
-- hide:   late bool
-- hide:   running bool
-- hide:   waiting bool
-- watch:  job job_line dispatch job_clock job_step car_away team_member
-- desk
SELECT b.*, iif(b.late, '!', NULL) AS mark
FROM (SELECT j.id, j.vehicle_id, j.received_at, v.plate, v.model, j.promised_at, j.bay, j.key_tag, j.complaint, j.number,
	CASE
		WHEN j.state IN ('finished', 'settled') THEN j.state
		WHEN j.away_id IS NOT NULL THEN 'away'
		WHEN j.waiting IS NOT NULL THEN j.waiting
		WHEN EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id AND c.stopped_at IS NULL) THEN 'working'
		WHEN j.state = 'in_work' AND (SELECT s.from_state FROM job_step s WHERE s.job_id = j.id ORDER BY s.id DESC LIMIT 1) =
			'finished' THEN 'sent_back'
		WHEN NOT EXISTS (SELECT 1 FROM job_line l JOIN dispatch d ON d.line_id = l.id WHERE l.job_id = j.id AND l.state = 'on')
			THEN 'to_dispatch'
		WHEN NOT EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id) AND NOT EXISTS (SELECT 1 FROM job_line l
			WHERE l.job_id = j.id AND l.issued_qty > 0) THEN 'dispatched'
		ELSE 'in_work' END AS step,
	((j.state IN ('received', 'in_work') AND j.promised_at IS NOT NULL AND j.promised_at < :now) OR
		(j.away_id IS NOT NULL AND ifnull(a.expected_at, :now) < :now)) AS late,
	(SELECT group_concat(l.text, '; ') FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'labour'
		AND EXISTS (SELECT 1 FROM dispatch d WHERE d.line_id = l.id AND (d.technician_id = :user OR d.team_id IN (SELECT m.team_id FROM team_member m WHERE m.user_id = :user)))) AS work,
	(SELECT sum(l.issued_qty >= l.qty) || '/' || count(*) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on'
		AND l.kind = 'part' HAVING count(*) > 0) AS parts,
	(SELECT sum(l.hours) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'labour'
		AND EXISTS (SELECT 1 FROM dispatch d WHERE d.line_id = l.id AND (d.technician_id = :user OR d.team_id IN (SELECT m.team_id FROM team_member m WHERE m.user_id = :user)))) AS hours,
	(SELECT sum(ifnull(c.stopped_at, :now) - c.started_at) * 1000 / 3600 FROM job_clock c
		WHERE c.job_id = j.id AND c.technician_id = :user) AS clocked,
	EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id AND c.technician_id = :user AND c.stopped_at IS NULL) AS running,
	j.waiting IS NOT NULL AS waiting
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN car_away a ON a.id = j.away_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
WHERE j.state NOT IN ('handed_over', 'cancelled') AND j.state <> 'finished' AND j.state <> 'settled') b
WHERE b.work IS NOT NULL
