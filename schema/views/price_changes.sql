-- title:  Price changes
-- group:  Stock
-- key:    id
-- order:  -id
-- param:  part  ref:parts  filter=part_id
-- param:  day   range      filter=day
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  find
-- col:    code    code   14  "Part"  find
-- col:    name    text   20  "Description"  find drop=90
-- col:    level   code    5  "Level"
-- col:    before  money  10  "Before"
-- col:    after   money  10  "After"
-- col:    person  text    8  "Person"  drop=80
-- hide:   id int
-- hide:   part_id int
-- hide:   document_id int
-- watch:  price_change_line
SELECT l.id, l.part_id, l.document_id, d.day, d.number, p.code, p.name, ifnull(v.code, 'A') AS level, l.before, l.after,
	u.title AS person
FROM price_change_line l
JOIN document d ON d.id = l.document_id
JOIN part p ON p.id = l.part_id
JOIN user u ON u.id = d.user_id
LEFT JOIN price_level v ON v.id = l.level_id
