-- title:  Payments
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    method     choice:word  12  "Method"
-- col:    amount     money 12  "Amount"
-- col:    tendered   money 12  "Given"
-- col:    change     money 12  "Change given"
-- col:    reference  code  16  "Reference"
-- hide:   id int
-- hide:   document_id int
SELECT y.id, y.document_id, m.title AS method, abs(y.amount) AS amount, y.tendered, y.tendered - y.amount AS change,
	y.reference
FROM payment y
JOIN pay_method m ON m.id = y.method_id
