-- title:  Stock at the end of a day
-- group:  Stock
-- key:    code
-- param:  day       date  required  default=yesterday
-- param:  category  ref:part_categories  filter=category_id
-- col:    code   code   14  "Part"
-- col:    name   text   26  "Description"
-- col:    qty    qty    10  "On hand"  explain=stock_moves
-- col:    unit   text    4  "Unit"
-- col:    cost   money  10  "Average cost"  right=cost.see drop=80
-- col:    value  money  12  "Value"  sum right=cost.see
-- hide:   part_id int
-- hide:   category_id int
SELECT p.id AS part_id, p.category_id, p.code, p.name, m.group_qty AS qty, p.unit, muldiv(m.group_value, 1000, m.group_qty) AS cost,
	m.group_value AS value
FROM stock_value v
JOIN part p ON p.id = v.id
JOIN stock_move m ON m.id = (SELECT n.id FROM stock_move n WHERE n.part_id = v.id AND n.day <= :day ORDER BY n.id DESC LIMIT 1)
WHERE m.group_qty > 0
