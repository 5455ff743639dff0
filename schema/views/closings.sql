-- title:  Till closings
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  title
-- order:  -id
-- param:  day   range      filter=day
-- param:  till  ref:tills  filter=till_id
-- col:    day         date   10  "Day"
-- col:    number      code   14  "Closing"    find
-- col:    till        code    6  "Till"
-- col:    person      text   10  "Closed by"  drop=90
-- col:    expected    money  12  "Expected"
-- col:    counted     money  12  "Counted"
-- col:    difference  money  10  "Difference"  explain=till_causes
-- col:    remark      text   20  "Remark"     drop=110
-- hide:   id int
-- hide:   closing int
-- hide:   shift_id int
-- hide:   till_id int
-- hide:   title text
-- watch:  till_count
SELECT d.id, d.id AS closing, s.id AS shift_id, s.till_id, d.day, d.number, t.code AS till, t.title, u.title AS person,
	(SELECT sum(n.expected) FROM till_count n WHERE n.document_id = d.id) AS expected,
	(SELECT sum(n.counted) FROM till_count n WHERE n.document_id = d.id) AS counted,
	(SELECT sum(n.difference) FROM till_count n WHERE n.document_id = d.id) AS difference, d.remark
FROM till_shift s
JOIN document d ON d.id = s.close_document_id
JOIN till t ON t.id = s.till_id
LEFT JOIN user u ON u.id = d.user_id
