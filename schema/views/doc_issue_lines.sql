-- title:  Parts issued to a work order
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    code  code  12  "Part"
-- col:    name  text  24  "Description"
-- col:    bin   text   8  "Bin"
-- col:    qty   qty    8  "Quantity"
-- col:    unit  text   4  "Unit"
-- hide:   id int
-- hide:   document_id int
SELECT m.id, m.document_id, p.code, p.name, p.bin, abs(m.qty) AS qty, p.unit
FROM stock_move m
JOIN part p ON p.id = m.part_id
