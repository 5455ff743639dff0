-- title:  Goods that came back
-- key:    pos
-- param:  document  ref:documents  filter=return_id  required
-- col:    pos      int    3  "No."
-- col:    code     code  14  "Part"
-- col:    text     text  30  "Description"
-- col:    qty      qty    8  "Quantity"
-- col:    unit     text   4  "Unit"
-- col:    price    money 10  "Price"
-- col:    gross    money 11  "Amount"
-- col:    restock  bool   8  "To stock"
-- hide:   return_id int
SELECT l.return_id, l.pos, p.code, l.text, l.qty, l.unit, l.price, l.gross, l.restock
FROM sale_return_line l
LEFT JOIN part p ON p.id = l.part_id
