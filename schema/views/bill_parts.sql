-- title:  Bills settled, by document
-- group:  Money
-- key:    day id bill_id how
-- order:  day id bill_id how
-- param:  day    range
-- param:  party  ref:parties  filter=party_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"  explain=booked
-- col:    bill      code   14  "Bill"
-- col:    paid      money  11  "Paid"     sum
-- col:    advance   money  11  "Advance"  sum
-- col:    credited  money  11  "Credited"  sum drop=110
-- col:    discount  money  11  "Discount"  sum drop=90
-- col:    bad_debt  money  11  "Bad debt"  sum drop=100
-- col:    moved     money  11  "Customer pays"  sum drop=120
-- col:    total     money  12  "Total"  sum
-- hide:   id int
-- hide:   bill_id int
-- hide:   how text
-- hide:   party_id int
-- hide:   document_id int
SELECT x.id, x.id AS document_id, t.bill_id, t.how, coalesce(p.merged_into, p.id) AS party_id, t.day, x.number, d.number AS bill,
	sum(iif(t.how = 'paid', t.amount, 0)) AS paid, sum(iif(t.how = 'advance', t.amount, 0)) AS advance,
	sum(iif(t.how = 'credited', t.amount, 0)) AS credited, sum(iif(t.how = 'discount', t.amount, 0)) AS discount,
	sum(iif(t.how = 'bad_debt', t.amount, 0)) AS bad_debt, sum(iif(t.how = 'customer', t.amount, 0)) AS moved,
	sum(t.amount) AS total
FROM bill_part t
JOIN bill b ON b.id = t.bill_id
JOIN document x ON x.id = t.document_id
JOIN document d ON d.id = b.document_id
JOIN party p ON p.id = b.party_id
WHERE t.day BETWEEN :day_from AND :day_to
GROUP BY x.id, t.bill_id, t.how
