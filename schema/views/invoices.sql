-- title:  Invoices
-- group:  Money
-- key:    id
-- id:     id
-- names:  number invoice_no
-- label:  title
-- order:  -id
-- param:  day    range        filter=day
-- param:  party  ref:parties  filter=party_id
-- param:  type   ref:invoice_types  filter=type_id
-- col:    day         date   10  "Day"
-- col:    invoice_no  code   20  "Invoice number"  find
-- col:    title       text   20  "Title"     find
-- col:    type        choice:word  24  "Type"  drop=110
-- col:    amount      money  11  "Amount"    sum explain=invoice_bills
-- col:    tax         money  10  "Tax"       sum drop=90
-- col:    state       choice:invoice_state  8  "State"
-- col:    red_of      code   20  "Takes back"  drop=130
-- col:    number      code   14  "Number"    find drop=100
-- col:    person      text   10  "Who"       drop=150
-- hide:   id int
-- hide:   party_id int
-- hide:   type_id int
-- watch:  invoice document
SELECT i.id, i.party_id, i.type_id, d.day, i.code || i.no AS invoice_no, i.title, t.title AS type, i.amount, i.tax,
	CASE WHEN x.id IS NOT NULL THEN 'void' WHEN i.red_of IS NOT NULL THEN 'red'
		ELSE CASE ifnull((SELECT i.amount + sum(r.amount) FROM invoice r WHERE r.red_of = i.id
				AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = r.id)), i.amount)
			WHEN i.amount THEN 'valid' WHEN 0 THEN 'taken_back' ELSE 'partly' END END AS state,
	(SELECT o.code || o.no FROM invoice o WHERE o.id = i.red_of) AS red_of, d.number, u.title AS person
FROM invoice i
JOIN document d ON d.id = i.id
JOIN invoice_type t ON t.id = i.type_id
JOIN user u ON u.id = d.user_id
LEFT JOIN document x ON x.reverses_id = i.id
