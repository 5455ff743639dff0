-- title:  Parts that do not move
-- group:  Stock
-- key:    code
-- order:  code | idle_from
-- col:    code     code   14  "Part"
-- col:    name     text   26  "Description"
-- col:    qty      qty    10  "On hand"
-- col:    last_on  date   10  "Last went out"
-- col:    days     int     6  "Days"
-- col:    value    money  12  "Value"  sum right=cost.see
-- hide:   idle_from int
SELECT p.code, p.name, v.qty, m.day AS last_on, ifnull(m.day, 0) AS idle_from, :today - m.day AS days, v.value
FROM stock_value v
JOIN part p ON p.id = v.id
LEFT JOIN stock_move m ON m.id = (SELECT o.id FROM stock_move o WHERE o.part_id = p.id AND o.qty < 0 ORDER BY o.id DESC LIMIT 1)
WHERE v.qty > 0 AND ifnull(m.day, 0) < :today - 90
