-- title:  Prices of a part
-- group:  Stock
-- key:    level
-- param:  part  ref:parts  required
-- col:    level    code    6  "Level"
-- col:    title    choice:word  18  "Title"
-- col:    price    money  10  "Price"
-- col:    how      choice:price_how  16  "How"
-- col:    factor   rate    8  "Factor"
-- hide:   other int
-- watch:  part part_level_price price_level
SELECT l.code AS level, l.title, CASE
		WHEN o.price IS NOT NULL THEN o.price
		WHEN l.basis = 'cost' AND coalesce(muldiv(v.value, 1000, v.qty), p.last_cost, 0) > 0
			THEN muldiv(coalesce(muldiv(v.value, 1000, v.qty), p.last_cost), l.factor, 10000)
		WHEN l.basis = 'cost' THEN p.price
		ELSE muldiv(p.price, l.factor, 10000) END AS price,
	CASE WHEN o.price IS NOT NULL THEN 'own' WHEN l.id = 1 THEN 'list' WHEN l.basis = 'cost' THEN 'cost' ELSE 'factor' END AS how,
	l.factor, l.id <> 1 AS other
FROM price_level l
JOIN part p ON p.id = :part
LEFT JOIN part_level_price o ON o.part_id = p.id AND o.level_id = l.id
LEFT JOIN stock_value v ON v.id = p.id AND v.qty > 0
