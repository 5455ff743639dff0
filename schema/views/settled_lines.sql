-- title:  Lines of a settlement
-- key:    id
-- id:     id
-- names:  pos
-- label:  text
-- param:  job  ref:settled_jobs  filter=job_id  required
-- col:    pos       int    3  "No."
-- col:    kind      choice:job_line_kind  6  "Kind"
-- col:    text      text  26  "Description"  find
-- col:    qty       qty    7  "Quantity"
-- col:    amount    money 11  "Amount"
-- col:    credited  money 11  "Credited"
-- col:    left      money 11  "Left"
-- hide:   id int
-- hide:   job_id int
-- watch:  document
-- desk
SELECT x.id, x.job_id, x.pos, x.kind, x.text, x.qty, x.amount, x.credited, x.amount - x.credited AS left
FROM (SELECT s.id, j.id AS job_id, l.pos, s.kind, s.text, s.qty, s.amount - s.discount AS amount,
	ifnull((SELECT sum(c.amount) FROM credit_line c WHERE c.settlement_line_id = s.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.credit_id)), 0) AS credited
FROM job j
JOIN settlement_line s ON s.settlement_id = j.settlement_id
JOIN job_line l ON l.id = s.job_line_id) x
