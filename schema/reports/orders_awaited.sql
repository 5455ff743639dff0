-- title:  What is ordered and not here
-- group:  Stock
-- key:    number pos
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    number       code  14  "Order"
-- col:    pos          int    3  "No."  drop=95
-- col:    supplier     text  14  "Supplier"  drop=100
-- col:    code         code  12  "Part"
-- col:    name         text  18  "Description"
-- col:    open         qty    9  "To come"
-- col:    promised_on  date  10  "Comes on"
-- col:    late         int    9  "Days late"
-- col:    plate        plate 10  "For"     drop=110
-- col:    qty          qty    9  "Ordered" drop=120
-- hide:   supplier_id int
SELECT o.supplier_id, d.number, l.pos, p.name AS supplier, a.code, a.name, l.qty - l.received_qty AS open, o.promised_on,
	iif(o.promised_on < :today, :today - o.promised_on, NULL) AS late, w.plate, l.qty
FROM purchase_order o
JOIN document d ON d.id = o.id
JOIN party p ON p.id = o.supplier_id
JOIN purchase_order_line l ON l.order_id = o.id AND l.dropped = 0 AND l.qty > l.received_qty
JOIN part a ON a.id = l.part_id
LEFT JOIN want w ON w.id = l.want_id
WHERE o.state IN ('open', 'sent', 'partly')
