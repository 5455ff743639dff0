-- title:  Revision
-- key:    revision
-- param:  document  ref:documents  filter=id  required
-- col:    revision    int    4  "Revision"
-- col:    said_by     text  12  "Said by"
-- col:    how         choice:how  10  "How"
-- col:    before      money 12  "Total before"
-- col:    difference  money 12  "Difference"
-- col:    total       money 12  "Total"
-- hide:   id int
SELECT r.id, r.number AS revision, a.said_by, a.how, ifnull(p.total, 0) AS before, r.total - ifnull(p.total, 0) AS difference,
	r.total
FROM job_revision r
JOIN authorisation a ON a.id = r.id
LEFT JOIN job_revision p ON p.job_id = r.job_id AND p.number = r.number - 1
