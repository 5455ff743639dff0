-- title:  Methods of a till so far
-- key:    id
-- right:  till.x
-- param:  document  ref:documents  filter=document_id  required
-- col:    method    choice:word  12  "Method"
-- col:    receipts  int     6  "Receipts"
-- col:    amount    money  12  "Amount"
-- hide:   id int
-- hide:   document_id int
SELECT m.id, s.open_document_id AS document_id, m.title AS method, count(y.id) AS receipts, sum(y.amount) AS amount
FROM till_shift s
JOIN payment y ON y.shift_id = s.id
JOIN pay_method m ON m.id = y.method_id
GROUP BY s.id, m.id
