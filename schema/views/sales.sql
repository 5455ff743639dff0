-- title:  Sales
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  customer
-- order:  -id
-- param:  day          range          filter=day
-- param:  customer     ref:customers  filter=party_id
-- param:  salesperson  ref:staff      filter=salesperson_id
-- col:    day          date   10  "Day"
-- col:    number       code   14  "Number"    find
-- col:    customer     text   16  "Customer"  find
-- col:    type         choice:word  12  "Business type"  drop=100
-- col:    total        money  11  "Total"     sum
-- col:    open         money  10  "Open"      sum explain=open_bills
-- col:    returned     money  10  "Goods back"  sum drop=90
-- col:    salesperson  text   10  "Salesperson"  drop=80
-- col:    cost         money  10  "Cost"      sum right=cost.see drop=110
-- col:    profit       money  10  "Gross profit"  sum right=cost.see drop=120
-- col:    carrier      text   12  "Carrier"   drop=130
-- col:    collect      bool    9  "Carrier collects"  drop=140
-- col:    reversed_by  code   14  "Reversed by"  drop=130
-- hide:   id int
-- hide:   document_id int
-- hide:   party_id int
-- hide:   salesperson_id int
-- hide:   reversed bool
-- watch:  sale bill_open
-- desk
SELECT s.id, s.id AS document_id, s.party_id, s.salesperson_id, d.day, d.number, p.name AS customer, t.title AS type,
	s.total, ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = s.id), 0) AS open,
	ifnull((SELECT sum(r.total) FROM sale_return r WHERE r.sale_id = s.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.id)), 0) AS returned,
	u.title AS salesperson, s.cost, s.net + s.rounding - s.cost AS profit, c.name AS carrier, s.collect,
	v.number AS reversed_by, v.id IS NOT NULL AS reversed
FROM sale s
LEFT JOIN document d ON d.id = s.id
LEFT JOIN party p ON p.id = s.party_id
LEFT JOIN party c ON c.id = s.carrier_id
LEFT JOIN sale_type t ON t.id = s.type_id
LEFT JOIN user u ON u.id = s.salesperson_id
LEFT JOIN document v ON v.reverses_id = s.id
