-- title:  Old cores with customers
-- group:  Stock
-- key:    id
-- id:     id
-- order:  id
-- param:  customer  ref:parties  filter=party_id
-- param:  part      ref:parts    filter=part_id
-- col:    day       date  10  "Day"
-- col:    days      int    5  "Days"
-- col:    customer  text  16  "Customer"  find
-- col:    phone     phone 13  "Phone"     drop=90
-- col:    part      code  12  "Part"      find
-- col:    name      text  18  "Description"  drop=76
-- col:    qty       qty    7  "Owed"      sum
-- col:    amount    money 12  "Core deposit"  sum
-- col:    number    code  14  "Number"    drop=100
-- col:    origin    code  14  "Sold with"  drop=120
-- hide:   id int
-- hide:   party_id int
-- hide:   part_id int
-- hide:   document_id int
-- watch:  core_open
SELECT o.id, o.party_id, o.part_id, c.document_id, d.day, :today - d.day AS days,
	s.name AS customer, s.phone, p.code AS part, p.name, o.qty, o.amount, d.number, g.number AS origin
FROM core_open o
JOIN core c ON c.id = o.id
JOIN document d ON d.id = c.document_id
JOIN document g ON g.id = c.origin_id
JOIN party s ON s.id = o.party_id
JOIN part p ON p.id = o.part_id
