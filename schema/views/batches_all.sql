-- title:  All batches
-- group:  Stock
-- key:    id
-- id:     id
-- names:  ref number
-- label:  name
-- order:  -id | id
-- param:  part   ref:parts   filter=part_id
-- col:    ref       code   22  "Part and batch"  find
-- col:    name      text   22  "Description"  find
-- col:    qty       qty     9  "On hand"
-- col:    expires_on  date  10  "Good until"
-- col:    first_on  date   10  "Since"
-- col:    supplier  text   14  "Supplier"  drop=100
-- col:    stop      text   16  "Stopped because"  drop=110
-- hide:   id int
-- hide:   ver int
-- hide:   part_id int
-- hide:   number code
-- hide:   expires date
-- watch:  batch batch_stock
-- desk
SELECT b.id, b.ver, b.part_id, b.number, p.code || '/' || b.number AS ref, p.name,
	(SELECT sum(s.qty) FROM batch_stock s WHERE s.batch_id = b.id) AS qty, b.expires_on, b.expires_on AS expires, b.first_on,
	s.name AS supplier, b.stopped AS stop
FROM batch b
JOIN part p ON p.id = b.part_id
LEFT JOIN party s ON s.id = b.supplier_id
WHERE b.number <> ''
