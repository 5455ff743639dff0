-- title:  Delivery notes
-- group:  Stock
-- key:    id
-- id:     id
-- order:  -id | id
-- param:  carrier   ref:parties    filter=carrier_id
-- param:  customer  ref:customers  filter=party_id
-- param:  day       range          filter=day
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"    find
-- col:    customer  text   16  "Customer"  find
-- col:    phone     phone  13  "Phone"     drop=92
-- col:    carrier   text   14  "Carrier"   find
-- col:    total     money  11  "Total"     sum
-- col:    to_collect money 11  "To collect"  sum
-- col:    reversed  bool    8  "Reversed"  drop=110
-- hide:   id int
-- hide:   party_id int
-- hide:   carrier_id int
-- watch:  sale bill_open
SELECT s.id, s.party_id, s.carrier_id, d.day, d.number, p.name AS customer, p.phone, c.name AS carrier, s.total,
	iif(s.collect, (SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = s.id
		AND b.party_id = s.carrier_id), NULL) AS to_collect,
	EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.id) AS reversed
FROM sale s
JOIN document d ON d.id = s.id
JOIN party p ON p.id = s.party_id
JOIN party c ON c.id = s.carrier_id
