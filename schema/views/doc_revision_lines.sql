-- title:  Changes of a revision
-- key:    pos line
-- param:  document  ref:documents  required
-- col:    change      choice:word  9  "Change"
-- col:    text        text   26  "Description"
-- col:    was         money  12  "Was"
-- col:    now         money  12  "Is"
-- col:    difference  money  12  "Difference"
-- hide:   pos int
-- hide:   line int
WITH this AS (SELECT r.id, (SELECT p.id FROM job_revision p WHERE p.job_id = r.job_id AND p.number = r.number - 1) AS before
	FROM job_revision r WHERE r.id = :document),
pair AS (
	SELECT n.line_id, n.text, iif(o.state = 'on', o.amount, NULL) AS was, iif(n.state = 'on', n.amount, NULL) AS now
	FROM this JOIN job_revision_line n ON n.revision_id = this.id
	LEFT JOIN job_revision_line o ON o.revision_id = this.before AND o.line_id = n.line_id
	UNION ALL
	SELECT o.line_id, o.text, iif(o.state = 'on', o.amount, NULL), NULL
	FROM this JOIN job_revision_line o ON o.revision_id = this.before
	WHERE NOT EXISTS (SELECT 1 FROM job_revision_line n WHERE n.revision_id = this.id AND n.line_id = o.line_id)
)
SELECT l.pos, x.line_id AS line, x.text, x.was, x.now, ifnull(x.now, 0) - ifnull(x.was, 0) AS difference,
	CASE WHEN x.was IS NULL THEN 'Added' WHEN x.now IS NULL THEN 'Removed' ELSE 'Changed' END AS change
FROM pair x JOIN job_line l ON l.id = x.line_id
WHERE x.was IS NOT x.now
