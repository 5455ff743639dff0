-- title:  Lines of an order
-- key:    pos id
-- id:     id
-- names:  pos
-- label:  name
-- param:  order  ref:purchase_orders  filter=order_id  required
-- col:    pos           int     3  "No."
-- col:    code          code   14  "Part"         find
-- col:    name          text   22  "Description"  find
-- col:    qty           qty     8  "Ordered"
-- col:    received_qty  qty     8  "Here"  explain=order_arrivals
-- col:    open_qty      qty     8  "To come"
-- col:    cost          money   9  "Cost"    right=cost.see explain=supplier_prices
-- col:    amount        money  10  "Amount"  sum right=cost.see
-- col:    plate         plate  10  "For"     drop=100
-- col:    last_cost     money   9  "Last cost"  right=cost.see drop=110
-- col:    on_hand       qty     8  "On hand"    drop=120
-- hide:   id int
-- hide:   ver int
-- hide:   order_id int
-- hide:   part_id int
-- mark
-- watch:  purchase_order_line
-- desk
SELECT l.id, l.ver, l.order_id, l.part_id, l.pos, p.code, p.name, l.qty, l.received_qty, max(l.qty - l.received_qty, 0) AS open_qty,
	l.cost, muldiv(l.qty, l.cost, 1000) AS amount, w.plate, p.last_cost,
	(SELECT sum(t.qty) FROM stock t WHERE t.part_id = l.part_id) AS on_hand
FROM purchase_order_line l
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN want w ON w.id = l.want_id
WHERE l.dropped = 0
