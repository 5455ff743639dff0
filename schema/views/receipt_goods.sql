-- title:  Goods of a receipt
-- key:    pos id
-- param:  receipt  ref:purchases  filter=receipt_id  required
-- col:    pos       int    3  "No."
-- col:    code      code  14  "Part"         find
-- col:    name      text  22  "Description"  find
-- col:    qty       qty    8  "Quantity"
-- col:    back      qty    9  "Goods back"
-- col:    cost      money  9  "Cost"    right=cost.see explain=supplier_prices
-- col:    amount    money 10  "Amount"  sum right=cost.see
-- col:    value     money 10  "Value"   sum right=cost.see drop=90
-- col:    invoiced  money 10  "Invoiced"  sum right=cost.see drop=100
-- col:    order     code  14  "Order"   drop=120
-- hide:   id int
-- hide:   receipt_id int
-- hide:   part_id int
-- mark
-- watch:  purchase_line
SELECT l.id, l.document_id AS receipt_id, l.part_id, l.pos, p.code, p.name, l.qty,
	ifnull((SELECT sum(b.qty) FROM purchase_line b WHERE b.returns_id = l.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)), 0) AS back,
	l.cost, l.amount, l.value,
	(SELECT sum(i.amount) FROM purchase_invoice_line i WHERE i.line_id = l.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = i.document_id)) AS invoiced,
	(SELECT min(d.number) FROM purchase_arrival a JOIN purchase_order_line o ON o.id = a.order_line_id
		JOIN document d ON d.id = o.order_id WHERE a.line_id = l.id) AS [order]
FROM purchase_line l
JOIN part p ON p.id = l.part_id
WHERE l.returns_id IS NULL
