-- title:  Goods
-- key:    pos
-- param:  document  ref:documents  filter=order_id  required
-- col:    pos       int    3  "No."
-- col:    code      code  14  "Part"
-- col:    maker_no  code  16  "Maker's number"
-- col:    name      text  30  "Description"
-- col:    qty       qty    8  "Quantity"
-- col:    unit      text   4  "Unit"
-- col:    cost      money 10  "Cost"
-- col:    amount    money 11  "Amount"
-- hide:   order_id int
SELECT l.order_id, row_number() OVER (PARTITION BY l.order_id ORDER BY l.pos, l.id) AS pos, p.code, p.maker_no, p.name, l.qty,
	p.unit, nullif(l.cost, 0) AS cost, nullif(muldiv(l.qty, l.cost, 1000), 0) AS amount
FROM purchase_order_line l
JOIN part p ON p.id = l.part_id
WHERE l.dropped = 0
