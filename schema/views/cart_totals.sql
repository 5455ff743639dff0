-- title:  Totals of the sale
-- key:    one
-- col:    lines     int     4  "Lines"
-- col:    discount  money  10  "Discount"
-- col:    total     money  12  "Total"
-- col:    profit    money  12  "Gross profit"  right=cost.see
-- hide:   one int
-- watch:  cart cart_line
SELECT 1 AS one, (SELECT count(*) FROM cart_line l WHERE l.cart_id = c.id) AS lines,
	ifnull((SELECT sum(l.discount) FROM cart_line l WHERE l.cart_id = c.id AND l.gift IS NULL), 0) AS discount,
	ifnull((SELECT sum(iif(l.gift IS NULL, muldiv(l.qty, l.price, 1000) - l.discount, 0)) FROM cart_line l
		WHERE l.cart_id = c.id), 0) AS total,
	ifnull((SELECT sum(iif(l.gift IS NULL, muldiv(muldiv(l.qty, l.price, 1000) - l.discount, 10000,
		10000 + ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'tax.rate'), 1300)), 0) -
		iif(l.package_id, ifnull((SELECT sum(muldiv(w.value, muldiv(l.qty, n.qty, 1000), nullif(w.qty, 0))) FROM package_line n
			JOIN stock_value w ON w.id = n.part_id WHERE n.package_id = l.package_id), 0),
		ifnull(muldiv(v.value, muldiv(l.qty, l.factor, 1000), nullif(v.qty, 0)), 0)))
		FROM cart_line l LEFT JOIN stock_value v ON v.id = l.part_id WHERE l.cart_id = c.id), 0) AS profit
FROM (SELECT 1 AS one)
LEFT JOIN cart c ON c.user_id = :user AND c.terminal = :terminal AND c.state = 'open'
