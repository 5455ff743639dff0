-- title:  Service supervision
-- group:  Workshop
-- key:    day id
-- id:     id
-- names:  id
-- label:  person
-- order:  -day id
-- param:  day     range      filter=day
-- param:  person  ref:staff  filter=person_id
-- param:  job     ref:jobs   filter=job_id
-- col:    at      time  11  "Time"
-- col:    person  text  10  "Served by"  find
-- col:    plate   plate 10  "Plate"      find drop=70
-- col:    points  int    8  "Points"     sum
-- col:    bad     int    8  "Not good"   sum
-- col:    state   choice:supervision_state  9  "State"
-- col:    what    text  20  "What was not good"  find
-- col:    remedy  text  18  "Put right by"  drop=100
-- col:    looker  text  10  "Looked"     drop=110
-- col:    number  code  14  "Work order" drop=130
-- col:    note    text  20  "Note"       drop=150
-- hide:   id int
-- hide:   ver int
-- hide:   day date
-- hide:   person_id int
-- hide:   job_id int
-- hide:   open bool
-- watch:  supervision
SELECT s.id, s.ver, s.day, s.at, s.person_id, s.job_id, p.title AS person, v.plate,
	(SELECT count(*) FROM supervision_line l WHERE l.supervision_id = s.id) AS points,
	(SELECT count(*) FROM supervision_line l WHERE l.supervision_id = s.id AND l.ok = 0) AS bad,
	CASE WHEN s.remedy IS NOT NULL THEN 'remedied'
		WHEN EXISTS (SELECT 1 FROM supervision_line l WHERE l.supervision_id = s.id AND l.ok = 0) THEN 'open' ELSE 'good' END AS state,
	(s.remedy IS NULL AND EXISTS (SELECT 1 FROM supervision_line l WHERE l.supervision_id = s.id AND l.ok = 0)) AS open,
	(SELECT group_concat(ifnull(l.note, l.text), '; ') FROM supervision_line l WHERE l.supervision_id = s.id AND l.ok = 0) AS what,
	s.remedy, u.title AS looker, j.number, s.note
FROM supervision s
JOIN user u ON u.id = s.user_id
LEFT JOIN user p ON p.id = s.person_id
LEFT JOIN job j ON j.id = s.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
