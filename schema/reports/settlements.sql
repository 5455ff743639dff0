-- title:  Settled work orders
-- group:  Workshop
-- key:    settled_on id
-- order:  settled_on
-- param:  day  range  filter=settled_on  required  default=m..today
-- param:  repair_type  ref:repair_types  filter=repair_type_id
-- param:  advisor      ref:staff         filter=advisor_id
-- col:    settled_on   date   10  "Settled on"
-- col:    number       code   14  "Work order"
-- col:    plate        plate  10  "Plate"
-- col:    customer     text   14  "Customer"
-- col:    repair_type  choice:word  12  "Repair type"  drop=100
-- col:    labour       money  11  "Labour"    sum drop=90
-- col:    parts        money  11  "Parts"     sum drop=90
-- col:    discount     money  10  "Discount"  sum drop=110
-- col:    total        money  12  "Total"     sum
-- col:    credited     money  11  "Credited"  sum drop=100
-- col:    open         money  12  "Open"      sum
-- col:    cost         money  12  "Cost"      sum right=cost.see drop=120
-- col:    profit       money  12  "Gross profit"  sum right=cost.see drop=130
-- col:    advisor      text   10  "Advisor"   drop=140
-- hide:   id int
-- hide:   repair_type_id int
-- hide:   advisor_id int
SELECT j.id, j.repair_type_id, j.advisor_id, j.settled_on, j.number, v.plate, p.name AS customer, t.title AS repair_type,
	s.labour, s.parts, s.discount, s.total,
	ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = s.id), 0) AS open,
	s.cost - ifnull(c.cost, 0) AS cost, s.net + s.rounding - s.cost - ifnull(c.profit, 0) AS profit,
	ifnull(c.total, 0) AS credited, u.title AS advisor
FROM job j
JOIN settlement s ON s.id = j.settlement_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN user u ON u.id = j.advisor_id
LEFT JOIN settlement_credited c ON c.settlement_id = s.id
WHERE j.settled_on IS NOT NULL
