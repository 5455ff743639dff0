-- title:  Discounts that were given
-- group:  Money
-- key:    number
-- order:  -day number | -discount number
-- param:  period  range  filter=day  default=m..today
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Settlement" explain=booked
-- col:    plate     plate  10  "Plate"   find
-- col:    customer  text   14  "Customer"  find
-- col:    cashier   text   8   "By"  drop=90
-- col:    billed    money  10  "Amount"    sum
-- col:    discount  money  10  "Discount"  sum
-- col:    rounding  money  8   "Rounding"  sum
-- chart:  discount
-- hide:   document_id int
SELECT d.day, d.id AS document_id, d.number, v.plate, p.name AS customer, u.title AS cashier, s.labour + s.parts + s.fees AS billed, s.discount,
	s.rounding
FROM settlement s
JOIN document d ON d.id = s.id
JOIN job j ON j.id = s.job_id
JOIN vehicle v ON v.id = j.vehicle_id
JOIN party p ON p.id = j.customer_id
JOIN user u ON u.id = d.user_id
WHERE (s.discount <> 0 OR s.rounding <> 0)
	AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
