-- title:  Purchase order
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    supplier     text  24  "Supplier"
-- col:    contact      text  12  "Contact"
-- col:    phone        phone 13  "Phone"
-- col:    ordered_on   date  10  "Day"
-- col:    promised_on  date  10  "Comes on"
-- col:    note         text  60  "Note"
-- col:    total        money 12  "Total"
-- hide:   id int
SELECT o.id, p.name AS supplier, p.contact, p.phone, o.ordered_on, o.promised_on, o.note,
	(SELECT nullif(sum(muldiv(l.qty, l.cost, 1000)), 0) FROM purchase_order_line l WHERE l.order_id = o.id AND l.dropped = 0) AS total
FROM purchase_order o
JOIN party p ON p.id = o.supplier_id
