-- title:  Receipts of the day
-- group:  Money
-- key:    id
-- order:  id
-- param:  day  range  filter=day  required  default=today
-- param:  method  ref:pay_methods  filter=method_id
-- col:    at         time   11  "Time"
-- col:    number     code   14  "Receipt" explain=booked
-- col:    party      text   16  "From"
-- col:    plate      plate  10  "Plate"  drop=90
-- col:    job        code   14  "Work order"  drop=90
-- col:    method     choice:word  8  "Method"
-- col:    amount     money  12  "Amount"  sum
-- col:    reference  text   16  "Reference"  drop=110
-- col:    person     text   10  "Cashier"    drop=100
-- hide:   id int
-- hide:   day date
-- hide:   method_id int
-- hide:   document_id int
SELECT y.id, d.id AS document_id, y.method_id, d.day, d.at, d.number, p.name AS party, v.plate, j.number AS job, m.title AS method, y.amount,
	y.reference, u.title AS person
FROM document d
JOIN payment y ON y.document_id = d.id
JOIN pay_method m ON m.id = y.method_id
LEFT JOIN party p ON p.id = y.party_id
LEFT JOIN job j ON j.id = y.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN user u ON u.id = d.user_id
WHERE y.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supplier_payment z WHERE z.id IN (d.id, d.reverses_id))
	AND NOT EXISTS (SELECT 1 FROM pay_out o WHERE o.id IN (d.id, d.reverses_id))
