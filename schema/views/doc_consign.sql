-- title:  Consigned goods
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    original_no  code  20  "Supplier's number"
-- col:    store        choice:word  12  "Warehouse"
-- col:    origin       code  14  "Sold with"
-- hide:   id int
SELECT s.id, s.original_no, a.title AS store, g.number AS origin
FROM consign_slip s
JOIN warehouse w ON w.id = s.warehouse_id
JOIN warehouse a ON a.id = w.at_id
LEFT JOIN document g ON g.id = s.for_id
