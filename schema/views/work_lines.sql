-- title:  What is to be done
-- key:    pos id
-- id:     id
-- param:  job  ref:open_jobs  filter=job_id  required
-- col:    pos      int   3  "No."
-- col:    kind     choice:job_line_kind  6  "Kind"
-- col:    text     text 30  "Description"  find
-- col:    qty      qty   7  "Quantity"
-- col:    issued_qty  qty  7  "Issued"
-- col:    hours    qty   6  "Hours"
-- col:    bin      text  8  "Bin"          drop=90
-- col:    workers  text 20  "Technicians"  drop=90
-- hide:   id int
-- hide:   job_id int
-- watch:  job_line dispatch
-- desk
SELECT l.id, l.job_id, l.pos, l.kind, l.text, l.qty, iif(l.kind = 'part', l.issued_qty, NULL) AS issued_qty,
	iif(l.kind = 'labour', l.hours, NULL) AS hours, p.bin,
	(SELECT group_concat(ifnull(u.title, t.title), ', ') FROM dispatch d LEFT JOIN user u ON u.id = d.technician_id
		LEFT JOIN team t ON t.id = d.team_id WHERE d.line_id = l.id) AS workers
FROM job_line l
LEFT JOIN part p ON p.id = l.part_id
WHERE l.state = 'on' AND l.kind NOT IN ('fee', 'sublet')
