-- title:  Top-ups
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  party
-- order:  -id
-- param:  day    range        filter=day
-- param:  party  ref:parties  filter=party_id
-- param:  card   ref:cards    filter=card_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Top-up"    find
-- col:    party     text   16  "Customer"  find
-- col:    card      code   12  "Card"      find drop=60
-- col:    amount    money  11  "Amount"    sum
-- col:    gift      money  10  "Gift"      sum drop=90
-- col:    invoiced  money  11  "Invoiced"  sum
-- hide:   id int
-- hide:   party_id int
-- hide:   card_id int
-- watch:  card_move invoice_value
SELECT d.id, d.party_id, m.card_id, d.day, d.number, p.name AS party, c.number AS card, m.principal AS amount, m.gift,
	ifnull((SELECT sum(v.amount) FROM invoice_value v WHERE v.top_up_id = d.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = v.invoice_id)), 0) AS invoiced
FROM document d
JOIN card_move m ON m.document_id = d.id
JOIN card c ON c.id = m.card_id
JOIN party p ON p.id = d.party_id
WHERE d.kind_id = 88 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
