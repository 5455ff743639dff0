-- title:  Movements of a batch
-- group:  Stock
-- key:    id
-- id:     id
-- order:  -id | id
-- param:  batch  ref:batches_all  filter=batch_id
-- param:  part   ref:parts        filter=part_id
-- param:  day    range            filter=day
-- col:    day       date  10  "Day"
-- col:    number    code  12  "Batch"  find
-- col:    kind      choice:word  16  "Kind"
-- col:    document  code  14  "Document"
-- col:    warehouse choice:word  10  "Warehouse"  drop=90
-- col:    qty       qty   10  "Quantity"
-- col:    after_qty qty   10  "After"
-- col:    job       code  14  "Work order"  drop=100
-- col:    who       text  14  "By"  drop=120
-- hide:   id int
-- hide:   batch_id int
-- hide:   part_id int
-- hide:   document_id int
-- watch:  batch_move
SELECT b.id, b.batch_id, l.part_id, b.document_id, ifnull(d.day, l.first_on) AS day, l.number,
	ifnull(k.title, 'There from before') AS kind, d.number AS document, w.title AS warehouse, b.qty, b.after_qty,
	j.number AS job, u.name AS who
FROM batch_move b
JOIN batch l ON l.id = b.batch_id
JOIN warehouse w ON w.id = b.warehouse_id
LEFT JOIN document d ON d.id = b.document_id
LEFT JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN stock_move m ON m.id = b.move_id
LEFT JOIN job j ON j.id = m.job_id
LEFT JOIN user u ON u.id = d.user_id
