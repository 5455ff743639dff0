-- title:  Payments
-- group:  Money
-- key:    id
-- order:  -id
-- param:  day     range              filter=day
-- param:  method  ref:pay_methods    filter=method_id
-- param:  job     ref:jobs           filter=job_id
-- param:  shift   int                filter=shift_id
-- param:  purpose  int               filter=purpose_id
-- param:  person  ref:staff          filter=person_id
-- col:    day        date   10  "Day"
-- col:    number     code   16  "Receipt"   find explain=booked
-- col:    party      text   16  "From"      find
-- col:    job        code   14  "Work order"  find drop=80
-- col:    method     choice:word  8  "Method"
-- col:    amount     money  12  "Amount"  sum
-- col:    reference  code   16  "Reference"  find drop=100
-- col:    person     text   10  "Cashier"    drop=90
-- hide:   id int
-- hide:   document_id int
-- hide:   method_id int
-- hide:   job_id int
-- hide:   shift_id int
-- hide:   purpose_id int
-- hide:   person_id int
-- hide:   came money sum
-- hide:   went money sum
-- watch:  payment
-- desk
SELECT y.id, y.document_id, y.method_id, y.job_id, y.shift_id, ifnull(y.purpose_id, 1) AS purpose_id, d.user_id AS person_id,
	max(y.amount, 0) AS came, min(y.amount, 0) AS went, d.day, d.number, p.name AS party, j.number AS job,
	m.title AS method, y.amount, y.reference, u.title AS person
FROM payment y
LEFT JOIN document d ON d.id = y.document_id
LEFT JOIN party p ON p.id = y.party_id
LEFT JOIN job j ON j.id = y.job_id
LEFT JOIN pay_method m ON m.id = y.method_id
LEFT JOIN user u ON u.id = d.user_id
