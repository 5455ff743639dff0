-- title:  Purchase orders
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  -id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  state     choice:order_state  filter=state
-- col:    number       code  14  "Order"     find
-- col:    ordered_on   date  10  "Day"
-- col:    supplier     text  18  "Supplier"  find
-- col:    state        choice:order_state  12  "State"
-- col:    promised_on  date  10  "Comes on"
-- col:    late         int    9  "Days late"
-- col:    lines        int    6  "Lines"  drop=90
-- col:    here         int    5  "Here"   drop=90
-- col:    total        money 11  "Total"  right=cost.see drop=100
-- col:    person       text  10  "Who"    drop=110
-- col:    sent_on      date  10  "Sent"   drop=120
-- col:    reason       text  16  "Reason" drop=130
-- hide:   id int
-- hide:   ver int
-- hide:   supplier_id int
-- hide:   live bool
-- watch:  purchase_order purchase_order_line
SELECT o.id, o.ver, o.supplier_id, d.number, o.ordered_on, p.name AS supplier, o.state, o.promised_on,
	iif(o.promised_on < :today AND o.state IN ('open', 'sent', 'partly'), :today - o.promised_on, NULL) AS late,
	(SELECT count(*) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0) AS lines,
	(SELECT count(*) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0 AND l.received_qty >= l.qty) AS here,
	(SELECT ifnull(sum(muldiv(l.qty, l.cost, 1000)), 0) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0)
		AS total,
	u.title AS person, o.sent_on, o.reason, o.state IN ('open', 'sent', 'partly') AS live
FROM purchase_order o
JOIN document d ON d.id = o.id
JOIN party p ON p.id = o.supplier_id
JOIN user u ON u.id = d.user_id
