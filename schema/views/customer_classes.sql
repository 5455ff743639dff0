-- title:  Customer classes
-- group:  Customers
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code
-- col:    code   code  14  "Code"   find
-- col:    title  choice:word  24  "Class"
-- col:    level  code   6  "Price level"
-- hide:   id int
-- hide:   ver int
-- watch:  customer_class
-- desk
SELECT c.id, c.ver, c.code, c.title, ifnull(l.code, 'A') AS level
FROM customer_class c LEFT JOIN price_level l ON l.id = c.level_id
