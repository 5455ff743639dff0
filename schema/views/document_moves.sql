-- title:  What a document moved
-- group:  Stock
-- key:    id
-- order:  id
-- param:  document  ref:documents  filter=document_id  required
-- col:    code       code   14  "Part"  find
-- col:    name       text   24  "Description"  find
-- col:    warehouse  choice:word  10  "Warehouse"  drop=70
-- col:    qty        qty    10  "Quantity"
-- col:    unit       text    4  "Unit"
-- col:    value      money  11  "Value"  sum right=cost.see
-- hide:   id int
-- hide:   document_id int
-- hide:   part_id int
-- watch:  stock_move
-- desk
SELECT m.id, m.document_id, m.part_id, p.code, p.name, w.title AS warehouse, m.qty, p.unit, m.value
FROM stock_move m
LEFT JOIN part p ON p.id = m.part_id
LEFT JOIN warehouse w ON w.id = m.warehouse_id
