-- title:  Lines of the sale
-- key:    pos id
-- id:     id
-- names:  pos
-- label:  text
-- order:  pos
-- col:    pos         int     3  "No."
-- col:    code        code   12  "Code"         drop=70
-- col:    text        text   22  "Description"
-- col:    qty         qty     7  "Qty"
-- col:    unit        text    4  "Unit"         drop=76
-- col:    price       money   9  "Price"
-- col:    discount    money   9  "Discount"     drop=100
-- col:    amount      money  10  "Amount"
-- col:    on_hand     qty     7  "On hand"      explain=stock_on_hand drop=80
-- col:    list_price  money   9  "List price"   drop=110
-- col:    last_price  money  10  "Last price"   explain=sale_prices drop=90
-- col:    last_on     date   10  "Last on"      drop=120
-- col:    bin         text    8  "Bin"          drop=130
-- col:    gift        text   16  "Gift because"  drop=140
-- col:    batch       code   12  "Batch"        drop=84
-- col:    hint        text   20  "To be said"   drop=150
-- hide:   id int
-- hide:   ver int
-- hide:   part_id int
-- hide:   customer_id int
-- hide:   style text
-- watch:  cart_line cart stock
-- desk
SELECT l.id, l.ver, l.part_id, c.customer_id, l.pos, ifnull(p.code, k.code) AS code, l.text, l.qty, l.unit, iif(l.gift IS NULL, l.price, 0) AS price,
	nullif(l.discount, 0) AS discount, iif(l.gift IS NULL, muldiv(l.qty, l.price, 1000) - l.discount, 0) AS amount,
	iif(l.package_id, (SELECT min(ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = n.part_id), 0) / n.qty) * 1000 FROM package_line n WHERE n.package_id = l.package_id AND n.part_id IS NOT NULL),
		(SELECT sum(t.qty) FROM stock t WHERE t.part_id = l.part_id)) AS on_hand, l.list_price, s.price AS last_price, (SELECT d.day FROM document d WHERE d.id = s.sale_id) AS last_on,
	p.bin, l.gift, coalesce(l.batch, iif(p.batch, (SELECT f.number FROM (SELECT b.number, min(iif(b.number = '', -1, ifnull(b.expires_on, 84005)))
		FROM batch_stock t JOIN batch b ON b.id = t.batch_id
		WHERE t.part_id = l.part_id AND t.warehouse_id = ifnull(c.warehouse_id, 1) AND t.qty > 0 AND b.stopped IS NULL
			AND ifnull(b.expires_on, :today) >= :today) f), NULL)) AS batch, p.hint, iif(l.part_id IS NOT NULL AND ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = l.part_id), 0) < muldiv(l.qty, l.factor, 1000), 'warn', NULL) AS style
FROM cart c
JOIN cart_line l ON l.cart_id = c.id
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN package k ON k.id = l.package_id
-- the last time this customer bought it
LEFT JOIN sale_line s ON s.id = (SELECT max(o.id) FROM sale_line o WHERE o.party_id = c.customer_id AND o.part_id = l.part_id AND o.set_id IS NULL)
WHERE c.user_id = :user AND c.terminal = :terminal AND c.state = 'open'
