-- title:  Dead stock
-- group:  Stock
-- key:    code
-- order:  code | -value
-- param:  category  ref:part_categories  filter=category_id
-- col:    code     code   14  "Part"
-- col:    name     text   16  "Description"
-- col:    qty      qty     8  "On hand"  explain=stock_moves
-- col:    last_on  date   10  "Last went out"  drop=100
-- col:    days     int     5  "Days"
-- col:    d90      money  10  "90 days"   sum right=cost.see
-- col:    d180     money  10  "180 days"  sum right=cost.see
-- col:    d360     money  10  "360 days"  sum right=cost.see
-- col:    value    money  11  "Value"  sum right=cost.see drop=100
-- hide:   part_id int
-- hide:   category_id int
WITH idle AS (
	SELECT v.id, v.qty, v.value,
		(SELECT m.day FROM stock_move m WHERE m.part_id = v.id AND m.qty < 0 ORDER BY m.id DESC LIMIT 1) AS out_on,
		(SELECT m.day FROM stock_move m WHERE m.part_id = v.id ORDER BY m.id LIMIT 1) AS first_on
	FROM stock_value v WHERE v.qty > 0
), aged AS (
	SELECT *, :today - coalesce(out_on, first_on) AS days FROM idle
)
SELECT p.id AS part_id, p.category_id, p.code, p.name, a.qty, a.out_on AS last_on, a.days,
	iif(a.days BETWEEN 90 AND 179, a.value, 0) AS d90, iif(a.days BETWEEN 180 AND 359, a.value, 0) AS d180,
	iif(a.days >= 360, a.value, 0) AS d360, a.value
FROM aged a JOIN part p ON p.id = a.id WHERE a.days >= 90
