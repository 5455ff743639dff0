-- title:  Goods of suppliers in the shop
-- group:  Stock
-- key:    id
-- id:     id
-- order:  supplier code id | code id
-- param:  supplier   ref:suppliers   filter=supplier_id
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- param:  part       ref:parts       filter=part_id
-- col:    supplier   text   16  "Supplier"     find
-- col:    code       code   12  "Part"         find
-- col:    name       text   18  "Description"  find
-- col:    qty        qty     8  "On hand"      explain=stock_moves
-- col:    came       qty     8  "Came in"
-- col:    sold       qty    11  "Bought here"
-- col:    back       qty     9  "Went back"    drop=90
-- col:    counted    qty    14  "Count moved it"   drop=110
-- col:    cost       money  10  "Agreed cost"  right=cost.see drop=100
-- col:    worth      money  11  "Worth"        sum right=cost.see drop=120
-- col:    store      choice:word  10  "Warehouse"  drop=130
-- hide:   id int
-- hide:   part_id int
-- hide:   warehouse_id int
-- hide:   store_id int
-- hide:   supplier_id int
-- mark
-- watch:  stock consign_slip consign_price
WITH line AS (
	SELECT s.warehouse_id, l.part_id, sum(iif(d.kind_id = 125, l.qty, 0)) AS came, sum(iif(d.kind_id = 126, l.qty, 0)) AS back,
		sum(iif(d.kind_id = 127, l.qty, 0)) AS sold
	FROM consign_line l JOIN consign_slip s ON s.id = l.document_id JOIN document d ON d.id = s.id
	WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
	GROUP BY 1, 2
)
SELECT c.id, c.part_id, c.warehouse_id, w.at_id AS store_id, w.supplier_id, y.name AS supplier, p.code, p.name, ifnull(t.qty, 0) AS qty,
	ifnull(l.came, 0) AS came, ifnull(l.sold, 0) AS sold, ifnull(l.back, 0) AS back,
	nullif(ifnull(t.qty, 0) - ifnull(l.came - l.sold - l.back, 0), 0) AS counted, c.cost,
	muldiv(ifnull(t.qty, 0), c.cost, 1000) AS worth, a.title AS store
FROM consign_price c
JOIN warehouse w ON w.id = c.warehouse_id
JOIN warehouse a ON a.id = w.at_id
JOIN part p ON p.id = c.part_id
JOIN party y ON y.id = w.supplier_id
LEFT JOIN stock t ON t.part_id = c.part_id AND t.warehouse_id = c.warehouse_id
LEFT JOIN line l ON l.part_id = c.part_id AND l.warehouse_id = c.warehouse_id
