-- title:  Goods
-- key:    pos
-- param:  document  ref:documents  filter=document_id  required
-- col:    pos     int    3  "No."
-- col:    code    code  14  "Part"
-- col:    name    text  30  "Description"
-- col:    qty     qty    8  "Quantity"
-- col:    unit    text   4  "Unit"
-- col:    cost    money 10  "Agreed cost"
-- col:    amount  money 11  "Amount"
-- hide:   document_id int
SELECT l.document_id, l.pos, p.code, p.name, l.qty, p.unit, l.cost, l.amount
FROM consign_line l
JOIN part p ON p.id = l.part_id
