-- title:  What changed from revision to revision
-- key:    revision pos line
-- order:  revision pos
-- param:  job       ref:jobs  required
-- param:  revision  int  filter=revision
-- col:    revision    int     4  "No."
-- col:    change      choice:word  8  "Change"
-- col:    text        text   24  "Description"
-- col:    was         money  11  "Was"
-- col:    now         money  11  "Is"
-- col:    difference  money  11  "Difference"
-- hide:   pos int
-- hide:   line int
-- watch:  job_revision job_line
WITH last AS (SELECT ifnull(max(number), 0) AS number FROM job_revision WHERE job_id = :job),
-- each revision's lines, and those of the work order as it stands now
stood AS (
	SELECT r.number AS revision, s.line_id, s.text, iif(s.state = 'on', s.amount, NULL) AS amount
	FROM job_revision r JOIN job_revision_line s ON s.revision_id = r.id WHERE r.job_id = :job
	UNION ALL
	SELECT last.number + 1, l.id, l.text, iif(l.state = 'on', l.amount, NULL) FROM job_line l, last
	WHERE l.job_id = :job AND l.state <> 'dropped'
),
pair AS (
	SELECT n.revision, n.line_id, n.text, o.amount AS was, n.amount AS now
	FROM stood n LEFT JOIN stood o ON o.line_id = n.line_id AND o.revision = n.revision - 1
	UNION ALL
	SELECT o.revision + 1, o.line_id, o.text, o.amount, NULL
	FROM stood o, last WHERE o.revision <= last.number
		AND NOT EXISTS (SELECT 1 FROM stood n WHERE n.line_id = o.line_id AND n.revision = o.revision + 1)
)
SELECT x.revision, l.pos, x.line_id AS line, x.text, x.was, x.now, ifnull(x.now, 0) - ifnull(x.was, 0) AS difference,
	CASE WHEN x.was IS NULL THEN 'Added' WHEN x.now IS NULL THEN 'Removed' ELSE 'Changed' END AS change
FROM pair x JOIN job_line l ON l.id = x.line_id
WHERE x.was IS NOT x.now
