-- title:  Parts of a transfer
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    code  code  12  "Part"
-- col:    name  text  24  "Description"
-- col:    bin   text   8  "Bin"
-- col:    qty   qty    8  "Quantity"
-- col:    unit  text   4  "Unit"
-- hide:   id int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, p.code, p.name, coalesce(b.bin, p.bin) AS bin, coalesce(r.qty, l.qty) AS qty, p.unit
FROM document d
LEFT JOIN transfer_receipt_line r ON r.receipt_id = d.id
JOIN transfer_line l ON (r.id IS NOT NULL AND l.id = r.line_id) OR (r.id IS NULL AND l.transfer_id = d.id)
JOIN transfer t ON t.id = l.transfer_id
JOIN part p ON p.id = l.part_id
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = iif(r.id IS NULL, t.from_id, t.to_id)
