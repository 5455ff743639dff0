-- title:  Totals of a work order
-- key:    number
-- id:     id
-- param:  job  ref:jobs  filter=id  required
-- col:    labour      money  11  "Labour"
-- col:    parts       money  11  "Parts"
-- col:    fees        money  11  "Fees"
-- col:    others      money  11  "Other payers"
-- col:    declined    money  11  "Declined"
-- col:    total       money  12  "Total"
-- col:    authorised  money  12  "Authorised"
-- col:    to_authorise  money  12  "To authorise"
-- col:    cost        money  12  "Cost so far"  right=cost.see explain=job_issued
-- hide:   id int
-- hide:   number code
-- watch:  job job_line
-- desk
SELECT j.id, j.number,
	ifnull((SELECT sum(amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'labour'), 0) AS labour,
	ifnull((SELECT sum(amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'part'), 0) AS parts,
	ifnull((SELECT sum(amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind NOT IN ('labour', 'part')), 0) AS fees,
	ifnull((SELECT sum(amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.payer_id IS NOT NULL
		AND l.payer_id <> j.payer_id), 0) AS others,
	ifnull((SELECT sum(amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'declined'), 0) AS declined,
	j.total, j.authorised, max(j.total - j.authorised, 0) AS to_authorise,
	ifnull((SELECT -sum(value) FROM stock_move m WHERE m.job_id = j.id), 0) +
	ifnull((SELECT sum(s.cost) FROM job_line l JOIN sublet s ON s.id = l.sublet_id WHERE l.job_id = j.id), 0) AS cost
FROM job j
