-- title:  What came on an order
-- key:    id
-- order:  id
-- param:  order  ref:purchase_orders  filter=order_id  required
-- param:  part   ref:parts  filter=part_id
-- col:    day          date  10  "Day"
-- col:    number       code  14  "Number"
-- col:    original_no  code  14  "Supplier's number"
-- col:    code         code  14  "Part"
-- col:    qty          qty    8  "Quantity"
-- col:    cost         money  9  "Cost"  right=cost.see
-- col:    reversed     bool   8  "Reversed"  drop=90
-- hide:   id int
-- hide:   order_id int
-- hide:   part_id int
-- watch:  purchase_arrival
SELECT a.id, o.order_id, o.part_id, d.day, d.number, y.original_no, p.code, a.qty, l.cost,
	EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) AS reversed
FROM purchase_arrival a
JOIN purchase_order_line o ON o.id = a.order_line_id
JOIN purchase_line l ON l.id = a.line_id
JOIN document d ON d.id = l.document_id
JOIN purchase y ON y.id = d.id
JOIN part p ON p.id = l.part_id
