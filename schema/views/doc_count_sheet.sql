-- title:  Count sheet
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    title      text   20  "Title"
-- col:    scope      choice:take_scope  20  "What is counted"
-- col:    warehouse  choice:word  12  "Warehouse"
-- col:    bin        text    8  "Bin"
-- hide:   id int
SELECT t.sheet_id AS id, t.title, t.scope, w.title AS warehouse, t.bin
FROM stocktake t JOIN warehouse w ON w.id = t.warehouse_id
