-- title:  History of a card
-- group:  Money
-- key:    id
-- order:  -id
-- param:  card  ref:cards  filter=card_id
-- param:  day   range      filter=day
-- col:    day              date   10  "Day"
-- col:    kind             choice:word  14  "Kind"
-- col:    number           code   14  "Number"  find explain=booked
-- col:    principal        money  10  "Principal"  sum
-- col:    gift             money   9  "Gift"       sum
-- col:    after_principal  money  11  "Principal left"
-- col:    after_gift       money   9  "Gift left"
-- col:    card             code   14  "Card"   drop=100
-- hide:   id int
-- hide:   card_id int
-- hide:   document_id int
-- watch:  card_move
SELECT m.id, m.card_id, m.document_id, d.day, k.title AS kind, d.number, m.principal, m.gift, m.after_principal, m.after_gift,
	c.number AS card
FROM card_move m
JOIN card c ON c.id = m.card_id
JOIN document d ON d.id = m.document_id
JOIN document_kind k ON k.id = d.kind_id
