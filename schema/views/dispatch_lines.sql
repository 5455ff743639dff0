-- title:  Who does what
-- group:  Workshop
-- key:    pos id
-- id:     id
-- names:  pos
-- label:  text
-- param:  job  ref:open_jobs  filter=job_id  required
-- col:    pos      int    3  "No."
-- col:    text     text  26  "Work"  find
-- col:    hours    qty    6  "Hours"  sum
-- col:    workers  text  30  "Technicians"
-- col:    clocked  qty    7  "Clocked"
-- col:    running  text  10  "Running"  drop=90 style=good
-- hide:   id int
-- hide:   ver int
-- hide:   job_id int
-- mark
-- watch:  job_line dispatch job_clock
-- desk
SELECT l.id, l.ver, l.job_id, l.pos, l.text, l.hours,
	(SELECT group_concat(x.hand, ', ') FROM (
		SELECT ifnull(u.title, t.title) || iif(d.share = 10000, '', printf(' %g%%', d.share / 100.0)) AS hand
		FROM dispatch d LEFT JOIN user u ON u.id = d.technician_id LEFT JOIN team t ON t.id = d.team_id
		WHERE d.line_id = l.id) x) AS workers,
	(SELECT sum(ifnull(c.stopped_at, :now) - c.started_at) * 1000 / 3600 FROM job_clock c
		WHERE c.job_id = l.job_id AND c.line_id = l.id) AS clocked,
	(SELECT group_concat(u.title, ', ') FROM job_clock c JOIN user u ON u.id = c.technician_id
		WHERE c.job_id = l.job_id AND c.line_id = l.id AND c.stopped_at IS NULL) AS running
FROM job_line l
WHERE l.kind = 'labour' AND l.state = 'on'
