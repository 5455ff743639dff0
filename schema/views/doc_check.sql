-- title:  Quality check
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    checked_by  text  12  "Checked by"
-- col:    result      choice:word  14  "Result"
-- hide:   id int
SELECT q.id, u.title AS checked_by, iif(q.passed, 'Passed', 'Sent back') AS result
FROM quality_check q JOIN user u ON u.id = q.checker_id
