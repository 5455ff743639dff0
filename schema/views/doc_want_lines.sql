-- title:  Wanted
-- key:    pos
-- param:  document  ref:documents  filter=document_id  required
-- col:    pos       int    3  "No."
-- col:    code      code  14  "Part"
-- col:    name      text  30  "Description"
-- col:    qty       qty    8  "Quantity"
-- col:    unit      text   4  "Unit"
-- col:    plate     plate 10  "Plate"
-- col:    supplier  text  16  "Supplier"
-- col:    urgent    text   6  "Urgent"
-- col:    need_on   date  10  "Needed by"
-- hide:   document_id int
SELECT w.document_id, row_number() OVER (PARTITION BY w.document_id ORDER BY w.id) AS pos, p.code, w.text AS name, w.qty, p.unit,
	w.plate, s.name AS supplier, iif(w.urgent = 1, '*', NULL) AS urgent, w.need_on
FROM want w
LEFT JOIN part p ON p.id = w.part_id
LEFT JOIN party s ON s.id = w.supplier_id
