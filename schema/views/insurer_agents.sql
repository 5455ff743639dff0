-- title:  Agents of insurers
-- group:  Customers
-- key:    id
-- id:     id
-- names:  name phone
-- label:  insurer
-- order:  id
-- param:  insurer  ref:insurers  filter=insurer_id
-- col:    name     text   16  "Name"     find
-- col:    insurer  text   24  "Insurer"  find
-- col:    phone    phone  13  "Phone"    find drop=60
-- col:    rate     rate    8  "Commission"
-- hide:   id int
-- hide:   ver int
-- hide:   insurer_id int
-- hide:   active bool
-- watch:  insurer_agent party
-- desk
SELECT a.id, a.ver, a.insurer_id, a.name, p.name AS insurer, a.phone, a.rate, a.active
FROM insurer_agent a LEFT JOIN party p ON p.id = a.insurer_id
WHERE a.active = 1
