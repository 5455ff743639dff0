-- title:  Work that was sent back
-- group:  Workshop
-- key:    at id
-- order:  at
-- param:  day  range  required  default=m..today
-- col:    at          time   16  "Time"
-- col:    number      code   14  "Work order"
-- col:    plate       plate  10  "Plate"
-- col:    reason      text   26  "Reason"
-- col:    technicians text   14  "Technicians"  drop=90
-- col:    person      text   10  "Who"  drop=90
-- hide:   id int
SELECT s.id, s.at, j.number, v.plate, s.reason,
	(SELECT group_concat(DISTINCT u.title) FROM job_line l JOIN dispatch d ON d.line_id = l.id
		JOIN user u ON u.id = d.technician_id WHERE l.job_id = j.id) AS technicians, w.title AS person
FROM job_step s
JOIN job j ON j.id = s.job_id
JOIN vehicle v ON v.id = j.vehicle_id
JOIN user w ON w.id = s.user_id
WHERE s.from_state = 'finished' AND s.to_state = 'in_work'
	AND s.at BETWEEN :day_from * 86400 - :offset * 60 AND (:day_to + 1) * 86400 - :offset * 60 - 1
