-- title:  Payments
-- key:    id
-- param:  document  ref:documents  filter=settlement_id  required
-- col:    day        date  10  "Day"
-- col:    number     code  16  "Receipt"
-- col:    method     choice:word  10  "Method"
-- col:    amount     money 12  "Amount"
-- col:    reference  code  16  "Reference"
-- hide:   id int
-- hide:   settlement_id int
SELECT y.id, s.id AS settlement_id, d.day, d.number, m.title AS method, y.amount, y.reference
FROM settlement s
JOIN payment y ON y.job_id = s.job_id
JOIN document d ON d.id = y.document_id
JOIN pay_method m ON m.id = y.method_id
