-- title:  Totals of an order
-- key:    id
-- param:  order  ref:purchase_orders  filter=id  required
-- col:    lines    int    6  "Lines"
-- col:    to_come  money 12  "To come"  right=cost.see
-- col:    total    money 12  "Total"    right=cost.see
-- hide:   id int
-- watch:  purchase_order_line
SELECT o.id, (SELECT count(*) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0) AS lines,
	(SELECT ifnull(sum(muldiv(max(l.qty - l.received_qty, 0), l.cost, 1000)), 0) FROM purchase_order_line l
		WHERE l.order_id = o.id AND l.dropped = 0) AS to_come,
	(SELECT ifnull(sum(muldiv(l.qty, l.cost, 1000)), 0) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0)
		AS total
FROM purchase_order o
