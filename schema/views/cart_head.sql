-- title:  The sale at this terminal
-- key:    one
-- col:    customer      choice:word  20  "Customer"
-- col:    phone         phone 13  "Phone"
-- col:    class         choice:word  10  "Class"
-- col:    owed_total    money 12  "Owes in all"
-- col:    credit_limit  money 12  "Limit"
-- col:    salesperson   text  12  "Salesperson"
-- col:    type          choice:word  12  "Business type"
-- col:    carrier       text  16  "Carrier"
-- col:    collect       bool   8  "Carrier collects"
-- col:    held          int    3  "Held"
-- col:    goes_with     text  30  "Goes with it"
-- col:    cores         money 12  "Deposit on old cores"
-- col:    total         money 12  "Total"
-- hide:   one int
-- hide:   id int
-- hide:   ver int
-- hide:   of text
-- hide:   lines int
-- hide:   customer_id int
-- hide:   salesperson_id int
-- hide:   type_id int
-- hide:   carrier_id int
-- hide:   warehouse_id int
-- hide:   remark text
-- watch:  cart cart_line party_balance
SELECT 1 AS one, c.id, ifnull(c.ver, 0) AS ver, c.id || '.' || c.at AS of, ifnull(p.name, 'Walk-in customer') AS customer, p.phone, k.title AS class,
	nullif(b.amount, 0) AS owed_total, p.credit_limit, s.title AS salesperson, t.title AS type,
	g.name AS carrier, c.collect, (SELECT nullif(count(*), 0) FROM cart h WHERE h.state = 'held') AS held,
	(SELECT o.code || ' ' || o.name FROM cart_line l JOIN part a ON a.id = l.part_id JOIN part o ON o.id = a.companion_id
		WHERE l.cart_id = c.id AND o.active = 1
		AND NOT EXISTS (SELECT 1 FROM cart_line x WHERE x.cart_id = c.id AND x.part_id = o.id)
		ORDER BY l.pos DESC LIMIT 1) AS goes_with,
	(SELECT nullif(sum(muldiv(muldiv(l.qty, iif(l.package_id, n.qty, l.factor), 1000), o.core_price, 1000)), 0) FROM cart_line l
		LEFT JOIN package_line n ON n.package_id = l.package_id JOIN part o ON o.id = ifnull(l.part_id, n.part_id)
		WHERE l.cart_id = c.id AND l.gift IS NULL AND o.core_price > 0) AS cores,
	ifnull((SELECT sum(iif(l.gift IS NULL, muldiv(l.qty, l.price, 1000) - l.discount, 0)) FROM cart_line l
		WHERE l.cart_id = c.id), 0) AS total,
	(SELECT count(*) FROM cart_line l WHERE l.cart_id = c.id) AS lines, c.customer_id, c.salesperson_id, c.type_id,
	c.carrier_id, c.warehouse_id, c.remark
FROM (SELECT 1 AS one)
LEFT JOIN cart c ON c.user_id = :user AND c.terminal = :terminal AND c.state = 'open'
LEFT JOIN party p ON p.id = c.customer_id
LEFT JOIN customer_class k ON k.id = p.class_id
LEFT JOIN party_balance b ON b.party_id = p.id AND b.account_id = 6
LEFT JOIN user s ON s.id = c.salesperson_id
LEFT JOIN sale_type t ON t.id = ifnull(c.type_id, 1)
LEFT JOIN party g ON g.id = c.carrier_id
