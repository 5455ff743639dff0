-- title:  Purchase order
-- key:    id
-- id:     id
-- param:  order  ref:purchase_orders  filter=id  required
-- col:    number       code  14  "Order"
-- col:    state        choice:order_state  12  "State"
-- col:    supplier     text  20  "Supplier"
-- col:    phone        phone 13  "Phone"
-- col:    ordered_on   date  10  "Day"
-- col:    sent_on      date  10  "Sent"
-- col:    promised_on  date  10  "Comes on"
-- col:    note         text  40  "Note"
-- col:    reason       text  40  "Reason"
-- hide:   id int
-- hide:   ver int
-- hide:   supplier_id int
-- hide:   to_send bool
-- hide:   live bool
-- watch:  purchase_order
-- desk
SELECT o.id, o.ver, o.supplier_id, d.number, o.state, p.name AS supplier, p.phone, o.ordered_on, o.sent_on, o.promised_on,
	o.note, o.reason, o.state = 'open' AS to_send, o.state IN ('open', 'sent', 'partly') AS live
FROM purchase_order o
LEFT JOIN document d ON d.id = o.id
LEFT JOIN party p ON p.id = o.supplier_id
