-- title:  Purchase receipt
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    original_no  code  20  "Supplier's number"
-- col:    original_on  date  10  "Supplier's date"
-- col:    warehouse    choice:word  12  "Warehouse"
-- col:    type         choice:word  16  "Business type"
-- col:    cost_is      choice:cost_is  9  "The cost is"
-- col:    order        code  14  "Order"
-- col:    carrier      text  20  "Carrier"
-- col:    collect      money 12  "Collected on delivery"
-- col:    freight      money 12  "Freight"
-- col:    goods        money 12  "Goods"
-- hide:   id int
SELECT y.id, y.original_no, y.original_on, w.title AS warehouse, t.title AS type, iif(y.estimated = 1, 'estimated', NULL) AS cost_is,
	o.number AS [order], c.name AS carrier, y.collect, y.freight,
	(SELECT sum(l.amount) FROM purchase_line l WHERE l.document_id = y.id) AS goods
FROM purchase y
JOIN warehouse w ON w.id = y.warehouse_id
LEFT JOIN purchase_type t ON t.id = y.type_id
LEFT JOIN document o ON o.id = y.order_id
LEFT JOIN party c ON c.id = y.carrier_id
