-- title:  Workshop board without names
-- group:  Workshop
-- key:    received_at id
-- order:  received_at
-- col:    mark        text   1  "!"  style=error
-- col:    plate       plate 10  "Plate"
-- col:    step        choice:board_step  14  "Step"
-- col:    bay         text   5  "Bay"
-- col:    age         text   7  "Age"
-- col:    promised_at time  11  "Promised"
-- col:    model       text  16  "Model"        drop=70
-- col:    repair_type choice:word  14  "Repair type"  drop=90
-- hide:   id int
-- hide:   received_at time
-- hide:   late bool
-- watch:  job job_line dispatch job_clock job_step car_away
-- desk
SELECT b.*, iif(b.late, '!', NULL) AS mark
FROM (SELECT j.id, j.received_at, v.plate, v.model, j.promised_at, j.bay, t.title AS repair_type,
	CASE
		WHEN j.state = 'finished' AND j.check_id IS NULL AND j.away_id IS NULL AND EXISTS (SELECT 1 FROM repair_gate r WHERE r.repair_type_id = j.repair_type_id AND r.gate_id = 3)
			THEN 'check'
		WHEN j.state IN ('finished', 'settled') AND j.away_id IS NULL THEN j.state
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
	printf('%d:%02d', (:now - j.received_at) / 3600, (:now - j.received_at) / 60 % 60) AS age,
	((j.state IN ('received', 'in_work') AND j.promised_at IS NOT NULL AND j.promised_at < :now) OR
		(j.away_id IS NOT NULL AND ifnull(a.expected_at, :now) < :now)) AS late
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN car_away a ON a.id = j.away_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
WHERE j.state NOT IN ('handed_over', 'cancelled')) b
