-- title:  Price changes
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    code    code   12  "Part"
-- col:    name    text   24  "Description"
-- col:    level   code    5  "Level"
-- col:    before  money  10  "Before"
-- col:    after   money  10  "After"
-- hide:   id int
-- hide:   document_id int
SELECT l.id, l.document_id, p.code, p.name, ifnull(v.code, 'A') AS level, l.before, l.after
FROM price_change_line l
JOIN part p ON p.id = l.part_id
LEFT JOIN price_level v ON v.id = l.level_id
