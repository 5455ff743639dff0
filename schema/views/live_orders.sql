-- title:  Orders that are awaited
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    number       code  14  "Order"     find
-- col:    supplier     text  20  "Supplier"  find
-- col:    state        choice:order_state  12  "State"
-- col:    promised_on  date  10  "Comes on"
-- col:    late         int    9  "Days late"
-- col:    lines        int    6  "Lines"  drop=70
-- col:    total        money 11  "Total"  sum right=cost.see drop=90
-- hide:   id int
-- hide:   ver int
-- hide:   supplier_id int
-- watch:  purchase_order purchase_order_line
SELECT o.id, o.ver, o.supplier_id, d.number, p.name AS supplier, o.state, o.promised_on,
	iif(o.promised_on < :today, :today - o.promised_on, NULL) AS late,
	(SELECT count(*) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0) AS lines,
	(SELECT ifnull(sum(muldiv(l.qty, l.cost, 1000)), 0) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0)
		AS total
FROM purchase_order o
JOIN document d ON d.id = o.id
JOIN party p ON p.id = o.supplier_id
WHERE o.state IN ('open', 'sent', 'partly')
