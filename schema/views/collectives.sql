-- title:  Collective bills
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  party
-- order:  -id
-- param:  party  ref:parties  filter=party_id
-- param:  day    range        filter=day
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  find
-- col:    party   text   20  "Party"   find
-- col:    bills   int     6  "Bills"
-- col:    amount  money  12  "Amount"  sum explain=collective_bills
-- col:    open    money  12  "Open"    sum explain=collective_bills
-- col:    reversed_by  code  14  "Reversed by"  drop=100
-- hide:   id int
-- hide:   collective int
-- hide:   document_id int
-- hide:   party_id int
-- hide:   stands bool
-- watch:  collective bill_open
-- desk
SELECT c.id, c.id AS collective, c.id AS document_id, coalesce(p.merged_into, p.id) AS party_id, d.day, d.number, p.name AS party,
	(SELECT count(*) FROM collective_bill b WHERE b.collective_id = c.id) AS bills, c.amount,
	iif(r.id IS NULL, ifnull((SELECT sum(o.amount) FROM collective_bill b JOIN bill_open o ON o.id = b.bill_id
		WHERE b.collective_id = c.id), 0), 0) AS open,
	r.number AS reversed_by, r.id IS NULL AS stands
FROM collective c
LEFT JOIN document d ON d.id = c.id
LEFT JOIN party p ON p.id = c.party_id
LEFT JOIN document r ON r.reverses_id = c.id
