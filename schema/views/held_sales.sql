-- title:  Sales put aside
-- group:  Stock
-- key:    at id
-- id:     id
-- names:  label
-- label:  what
-- order:  -at -id
-- col:    at        time  16  "Since"
-- col:    what      text  24  "What"  find
-- col:    lines     int    5  "Lines"
-- col:    total     money 11  "Total"
-- col:    person    text  10  "Who"  find
-- col:    state     choice:cart_state  8  "State"  drop=80
-- col:    terminal  text  10  "Terminal"  drop=90
-- col:    label     text  16  "Note"  find drop=100
-- hide:   id int
-- hide:   mine bool
-- watch:  cart cart_line
-- desk
SELECT c.id, c.at, coalesce(c.label, p.name, (SELECT l.text FROM cart_line l WHERE l.cart_id = c.id ORDER BY l.pos LIMIT 1),
		'') AS what,
	(SELECT count(*) FROM cart_line l WHERE l.cart_id = c.id) AS lines,
	ifnull((SELECT sum(iif(l.gift IS NULL, muldiv(l.qty, l.price, 1000) - l.discount, 0)) FROM cart_line l
		WHERE l.cart_id = c.id), 0) AS total,
	u.title AS person, c.state, c.terminal, c.label, c.user_id = :user AND c.terminal = :terminal AND c.state = 'open' AS mine
FROM cart c
LEFT JOIN party p ON p.id = c.customer_id
LEFT JOIN user u ON u.id = c.user_id
