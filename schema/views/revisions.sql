-- title:  Revisions of a work order
-- key:    number
-- order:  number
-- param:  job  ref:jobs  filter=job_id  required
-- col:    number      int     4  "No."
-- col:    document    code   14  "Authorisation"
-- col:    at          time   16  "Time"
-- col:    said_by     text   12  "Said by"
-- col:    how         choice:how  9  "How"  drop=90
-- col:    total       money  11  "Total"  explain=revision_lines
-- col:    difference  money  11  "Difference"
-- col:    person      text   10  "Who"  drop=90
-- hide:   job_id int
-- hide:   revision int
-- hide:   document_id int
-- watch:  job_revision job_line
SELECT r.job_id, r.number, r.number AS revision, r.id AS document_id, d.number AS document, d.at, a.said_by, a.how, r.total,
	r.total - ifnull((SELECT p.total FROM job_revision p WHERE p.job_id = r.job_id AND p.number = r.number - 1), 0)
		AS difference, u.title AS person
FROM job_revision r JOIN authorisation a ON a.id = r.id JOIN document d ON d.id = r.id JOIN user u ON u.id = d.user_id
