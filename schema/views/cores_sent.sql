-- title:  Old cores with suppliers
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  supplier
-- order:  id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    day       date  10  "Day"
-- col:    days      int    5  "Days"
-- col:    number    code  14  "Number"    find
-- col:    supplier  text  20  "Supplier"  find
-- col:    qty       qty    8  "Quantity"  sum
-- col:    amount    money 12  "To be credited"  sum
-- hide:   id int
-- hide:   supplier_id int
-- watch:  core_sent core_credit
SELECT c.id, c.supplier_id, d.day, :today - d.day AS days, d.number, p.name AS supplier,
	(SELECT sum(s.qty) FROM core_sent s WHERE s.document_id = d.id) AS qty, c.amount
FROM core_due c
CROSS JOIN document d ON d.id = c.id
JOIN party p ON p.id = c.supplier_id
