-- title:  Open tills
-- group:  Money
-- key:    id
-- id:     id
-- names:  till
-- label:  person
-- order:  id
-- col:    till          code  8  "Till"
-- col:    title         choice:word  16  "Description"
-- col:    person        text  12  "Opened by"
-- col:    opened_at     time  16  "Opened"
-- col:    float_amount  money 12  "Float"
-- hide:   id int
-- hide:   ver int
-- hide:   till_id int
-- hide:   opened_by int
-- hide:   number code
-- hide:   document_id int
-- watch:  till_shift
SELECT s.id, s.ver, s.till_id, s.opened_by, t.code AS till, t.title, u.title AS person, s.opened_at, s.float_amount,
	d.number, d.id AS document_id
FROM till_shift s
LEFT JOIN till t ON t.id = s.till_id
LEFT JOIN user u ON u.id = s.opened_by
LEFT JOIN document d ON d.id = s.open_document_id
WHERE s.closed_at IS NULL
