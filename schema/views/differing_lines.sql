-- title:  Parts that differ
-- key:    pos id
-- id:     id
-- names:  pos
-- label:  what
-- param:  job  ref:open_jobs  filter=job_id  required
-- col:    pos     int   3  "No."
-- col:    what    text 30  "Billed, issued"
-- col:    qty     qty   7  "Billed"
-- col:    issued  qty   7  "Issued"
-- hide:   id int
-- hide:   job_id int
-- watch:  job_line
-- desk
SELECT l.id, l.job_id, l.pos, iif(l.state = 'on', l.qty, 0) + l.free_qty AS qty, l.issued_qty AS issued,
	l.text || printf(' %g → %g', (iif(l.state = 'on', l.qty, 0) + l.free_qty) / 1000.0, l.issued_qty / 1000.0) AS what
FROM job_line l
WHERE l.part_id IS NOT NULL AND l.issued_qty <> iif(l.state = 'on', l.qty, 0) + l.free_qty
