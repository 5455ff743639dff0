-- title:  Quantity and value of a part are not what its last movement left
-- on:     stock_value
SELECT v.id, p.code AS part, v.qty, m.group_qty AS moved_qty, v.value, m.group_value AS moved_value
FROM stock_value v
JOIN part p ON p.id = v.id
LEFT JOIN stock_move m ON m.id = (SELECT max(n.id) FROM stock_move n WHERE n.part_id = v.id)
WHERE v.qty <> ifnull(m.group_qty, 0) OR v.value <> ifnull(m.group_value, 0)
