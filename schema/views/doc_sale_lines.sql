-- title:  Goods
-- key:    pos
-- param:  document  ref:documents  filter=sale_id  required
-- col:    pos       int    3  "No."
-- col:    code      code  14  "Part"
-- col:    text      text  30  "Description"
-- col:    qty       qty    8  "Quantity"
-- col:    unit      text   4  "Unit"
-- col:    price     money 10  "Price"
-- col:    discount  money 10  "Discount"
-- col:    amount    money 11  "Amount"
-- col:    gift      text  20  "Gift because"
-- col:    bin       text  12  "Bin"
-- hide:   sale_id int
SELECT l.sale_id, l.pos, p.code, l.text, l.qty, l.unit, l.price, nullif(l.discount, 0) AS discount,
	l.amount - l.discount AS amount, l.gift, p.bin
FROM sale_line l
LEFT JOIN part p ON p.id = l.part_id
