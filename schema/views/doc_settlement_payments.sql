-- title:  Payments
-- key:    day id
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
UNION ALL
-- what was paid for several bills at once: this one's share of it
SELECT y.id, b.document_id, d.day, d.number, m.title, a.amount, y.reference
FROM bill b
JOIN allocation a ON a.bill_id = b.id
JOIN document d ON d.id = a.document_id
JOIN payment y ON y.id = (SELECT min(p.id) FROM payment p WHERE p.document_id = d.id)
JOIN pay_method m ON m.id = y.method_id
WHERE y.job_id IS NULL
