-- title:  Member cards
-- group:  Money
-- key:    number
-- id:     id
-- names:  number
-- label:  customer
-- order:  number
-- param:  party  ref:parties  filter=party_id
-- col:    number     code   14  "Card"      find
-- col:    customer   text   16  "Customer"  find
-- col:    phone      phone  13  "Phone"     find drop=90
-- col:    level      choice:word  12  "Level"  drop=70
-- col:    state      choice:card_state  8  "State"
-- col:    principal  money  11  "Principal"  sum explain=card_moves.principal
-- col:    gift       money  10  "Gift"       sum explain=card_moves.gift
-- col:    valid      date   10  "Good until"  drop=100
-- hide:   id int
-- hide:   ver int
-- hide:   card int
-- hide:   party_id int
-- watch:  card card_move
SELECT c.id, c.id AS card, c.ver, c.party_id, c.number, p.name AS customer, p.phone, l.title AS level, c.state,
	ifnull((SELECT m.after_principal FROM card_move m WHERE m.card_id = c.id ORDER BY m.id DESC LIMIT 1), 0) AS principal,
	ifnull((SELECT m.after_gift FROM card_move m WHERE m.card_id = c.id ORDER BY m.id DESC LIMIT 1), 0) AS gift,
	c.valid_on AS valid
FROM card c
JOIN party p ON p.id = c.party_id
JOIN card_level l ON l.id = c.level_id
