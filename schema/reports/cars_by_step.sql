-- title:  Cars by step
-- group:  Workshop
-- key:    step
-- col:    step   choice:board_step  14  "Step"
-- col:    cars   int    6  "Cars"  sum
-- col:    late   int    6  "Late"  sum
-- col:    total  money 12  "Total"  sum
-- chart:  cars
SELECT b.step, count(*) AS cars, sum(b.late) AS late, sum(b.total) AS total
FROM (SELECT j.total,
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
	((j.state IN ('received', 'in_work') AND j.promised_at IS NOT NULL AND j.promised_at < :now) OR
		(j.away_id IS NOT NULL AND ifnull(a.expected_at, :now) < :now)) AS late
FROM job j LEFT JOIN car_away a ON a.id = j.away_id
WHERE j.state NOT IN ('handed_over', 'cancelled')) b
GROUP BY b.step
