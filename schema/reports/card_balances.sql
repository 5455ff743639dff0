-- title:  Value on member cards
-- rule:   The sum of all that was put on the card and taken off it; the principal is what the shop owes.
-- group:  Money
-- key:    number
-- order:  number
-- param:  party  ref:parties  filter=party_id
-- col:    number     code   14  "Card"
-- col:    customer   text   16  "Customer"
-- col:    level      choice:word  12  "Level"  drop=80
-- col:    topped_up  money  12  "Topped up"  sum explain=card_moves
-- col:    used       money  12  "Used"       sum drop=90 explain=card_moves
-- col:    principal  money  12  "Principal left"  sum explain=card_moves.principal
-- col:    gift       money  11  "Gift left"       sum explain=card_moves.gift
-- col:    last_on    date   10  "Last use"   drop=100
-- hide:   party_id int
-- hide:   card_id int
SELECT c.id AS card_id, c.number, c.party_id, p.name AS customer, l.title AS level,
	ifnull((SELECT sum(max(m.principal + m.gift, 0)) FROM card_move m WHERE m.card_id = c.id), 0) AS topped_up,
	ifnull((SELECT -sum(min(m.principal + m.gift, 0)) FROM card_move m WHERE m.card_id = c.id), 0) AS used,
	ifnull((SELECT sum(m.principal) FROM card_move m WHERE m.card_id = c.id), 0) AS principal,
	ifnull((SELECT sum(m.gift) FROM card_move m WHERE m.card_id = c.id), 0) AS gift,
	(SELECT max(d.day) FROM card_move m JOIN document d ON d.id = m.document_id WHERE m.card_id = c.id) AS last_on
FROM card c
JOIN party p ON p.id = c.party_id
JOIN card_level l ON l.id = c.level_id
