-- title:  Methods of a till closing
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    method      choice:word  12  "Method"
-- col:    expected    money 11  "Expected"
-- col:    counted     money 11  "Counted"
-- col:    difference  money 10  "Over and short"
-- hide:   id int
-- hide:   document_id int
SELECT n.id, n.document_id, m.title AS method, n.expected, n.counted, n.difference
FROM till_count n
JOIN pay_method m ON m.id = n.method_id
