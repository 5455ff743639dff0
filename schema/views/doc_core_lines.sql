-- title:  Old cores
-- key:    pos
-- param:  document  ref:documents  filter=document_id  required
-- col:    pos     int    3  "No."
-- col:    code    code  14  "Part"
-- col:    name    text  30  "Description"
-- col:    qty     qty    8  "Quantity"
-- col:    unit    text   6  "Unit"
-- col:    amount  money 12  "Amount"
-- col:    unused  text   4  "New part unused"
-- hide:   document_id int
WITH line AS (
	SELECT document_id, id, part_id, qty, amount, 0 AS unused FROM core
	UNION ALL
	SELECT document_id, id, part_id, qty, amount, unused FROM core_back
	UNION ALL
	SELECT document_id, id, part_id, qty, amount, 0 FROM core_sent
	UNION ALL
	SELECT c.id, s.id, s.part_id, s.qty, s.amount, 0 FROM core_credit c JOIN core_sent s ON s.document_id = c.sent_id
)
SELECT l.document_id, row_number() OVER (PARTITION BY l.document_id ORDER BY l.id) AS pos, p.code, p.name, l.qty, p.unit, l.amount,
	iif(l.unused, '✓', NULL) AS unused
FROM line l
JOIN part p ON p.id = l.part_id
