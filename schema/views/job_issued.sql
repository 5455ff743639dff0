-- title:  Parts issued to a work order
-- key:    id
-- order:  id
-- param:  job  ref:jobs  filter=job_id  required
-- col:    day        date  10  "Day"
-- col:    slip       code  14  "Slip"
-- col:    code       code  12  "Part"         find
-- col:    name       text  24  "Description"  find
-- col:    qty        qty    8  "Quantity"
-- col:    value      money 11  "Cost"  sum right=cost.see
-- col:    warehouse  choice:word  10  "Warehouse"  drop=90
-- col:    picker     text  10  "Picked by"  drop=90
-- hide:   id int
-- hide:   job_id int
-- hide:   part_id int
-- watch:  stock_move
-- desk
SELECT m.id, m.job_id, m.part_id, m.day, d.number AS slip, p.code, p.name, -m.qty AS qty, -m.value AS value,
	w.title AS warehouse, u.title AS picker
FROM stock_move m
LEFT JOIN document d ON d.id = m.document_id
LEFT JOIN part p ON p.id = m.part_id
LEFT JOIN warehouse w ON w.id = m.warehouse_id
LEFT JOIN issue_slip s ON s.id = m.document_id
LEFT JOIN user u ON u.id = s.picker_id
WHERE m.job_id IS NOT NULL
