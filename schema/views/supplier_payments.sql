-- title:  Payments to suppliers
-- group:  Money
-- key:    id
-- order:  -id
-- param:  day       range          filter=day
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"    find explain=booked
-- col:    supplier  text   16  "Supplier"  find
-- col:    settled   money  12  "Settled"   sum
-- col:    paid      money  12  "Paid"      sum
-- col:    discount  money  11  "Discount"  sum drop=90
-- col:    used      money  11  "From advance"  sum drop=100
-- col:    ahead     money  11  "Paid in advance"  sum drop=110
-- hide:   id int
-- hide:   document_id int
-- hide:   supplier_id int
-- right:  cost.see
SELECT s.id, s.id AS document_id, s.supplier_id, d.day, d.number, p.name AS supplier, s.paid + s.discount + s.used - s.ahead AS settled,
	s.paid, s.discount, s.used, s.ahead
FROM supplier_payment s
JOIN document d ON d.id = s.id
JOIN party p ON p.id = s.supplier_id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
