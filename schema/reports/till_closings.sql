-- title:  Till closings
-- group:  Money
-- key:    id
-- order:  id
-- param:  day  range  filter=day  required  default=today
-- param:  till    ref:tills  filter=till_id
-- param:  opener  ref:staff  filter=opener_id
-- col:    day         date   10  "Day"
-- col:    till        code    6  "Till"
-- col:    number      code   14  "Closing" explain=booked
-- col:    person      text   10  "Closed by"  drop=90
-- col:    method      choice:word  10  "Method"
-- col:    expected    money  11  "Expected"  sum
-- col:    counted     money  11  "Counted"   sum
-- col:    difference  money  9  "Difference"  sum
-- hide:   id int
-- hide:   till_id int
-- hide:   opener_id int
-- hide:   over money sum
-- hide:   short money sum
-- hide:   document_id int
SELECT c.id, d.id AS document_id, d.day, t.code AS till, d.number, u.title AS person, m.title AS method, c.expected, c.counted, c.difference, s.till_id, s.opened_by AS opener_id, max(c.difference, 0) AS over, min(c.difference, 0) AS short
FROM document d
JOIN till_count c ON c.document_id = d.id
JOIN till_shift s ON s.id = c.shift_id
JOIN till t ON t.id = s.till_id
JOIN pay_method m ON m.id = c.method_id
LEFT JOIN user u ON u.id = d.user_id
