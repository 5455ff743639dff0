-- title:  Stocktake report
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    code     code   12  "Part"
-- col:    name     text   24  "Description"
-- col:    book     qty     8  "Books"
-- col:    counted  qty     8  "Counted"
-- col:    diff     qty     8  "Difference"
-- col:    value    money  12  "Value"
-- hide:   id int
-- hide:   document_id int
SELECT f.id, f.document_id, p.code, p.name, f.book, f.counted, f.counted - f.book AS diff, f.value + f.cost_value AS value
FROM stocktake_found f JOIN part p ON p.id = f.part_id
