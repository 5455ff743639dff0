-- title:  Top-up
-- key:    document_id
-- param:  document  ref:documents  filter=document_id  required
-- col:    card             code   14  "Card"
-- col:    level            choice:word  12  "Level"
-- col:    principal        money  12  "Principal"
-- col:    gift             money  12  "Gift"
-- col:    after_principal  money  12  "Principal left"
-- col:    after_gift       money  12  "Gift left"
-- hide:   document_id int
SELECT m.document_id, c.number AS card, l.title AS level, m.principal, m.gift, m.after_principal, m.after_gift
FROM card_move m
JOIN card c ON c.id = m.card_id
JOIN card_level l ON l.id = c.level_id
