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
-- watch:  core core_back
WITH back AS (
	SELECT k.core_id, sum(k.qty) AS qty, sum(k.amount) AS amount FROM core_back k
	WHERE k.core_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)
	GROUP BY k.core_id
)
SELECT o.id, coalesce(y.merged_into, y.id) AS party_id, o.part_id, o.document_id, d.day, :today - d.day AS days,
	s.name AS customer, s.phone, p.code AS part, p.name, o.qty - ifnull(b.qty, 0) AS qty,
	o.amount - ifnull(b.amount, 0) AS amount, d.number, g.number AS origin
FROM core o
JOIN document d ON d.id = o.document_id
JOIN document g ON g.id = o.origin_id
JOIN party y ON y.id = o.party_id
JOIN party s ON s.id = coalesce(y.merged_into, y.id)
JOIN part p ON p.id = o.part_id
LEFT JOIN back b ON b.core_id = o.id
WHERE o.qty > ifnull(b.qty, 0) AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = o.document_id)
