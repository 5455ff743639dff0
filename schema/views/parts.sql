-- title:  Parts
-- group:  Stock
-- key:    id
-- id:     id
-- names:  code barcode maker_no name
-- label:  name
-- order:  code | name
-- param:  category  ref:part_categories  filter=category_id
-- col:    code      code   14  "Code"         find
-- col:    name      text   26  "Description"  find
-- col:    brand     text    8  "Brand"        find drop=90
-- col:    unit      text    4  "Unit"
-- col:    qty       qty     9  "On hand"  explain=stock_moves
-- col:    price     money  10  "Price"
-- col:    bin       text    8  "Bin"          drop=70
-- col:    barcode   code   13  "Barcode"      find drop=110
-- col:    maker_no  code   14  "Maker's number"  find drop=120
-- col:    category  choice:word  10  "Category"  drop=130
-- col:    min_qty   qty     8  "Minimum"      drop=140
-- col:    cost      money  10  "Average cost" right=cost.see drop=100
-- col:    grade     text   10  "Grade"        find drop=160
-- col:    last_cost money  10  "Last cost"    right=cost.see drop=150
-- col:    replaced_by  code  14  "Replaced by"  drop=170
-- col:    max_qty   qty     8  "Maximum"      drop=180
-- col:    step      qty     8  "Smallest"     drop=190
-- col:    hot       bool    6  "In demand"    drop=200
-- col:    hint      text   20  "Said when it is sold"  drop=200
-- col:    companion code   14  "Goes well with"  drop=200
-- col:    batch     bool    8  "By batch"  drop=200
-- col:    core_price money 10  "Deposit on the core"  drop=200
-- hide:   id int
-- hide:   ver int
-- hide:   min qty
-- hide:   max qty
-- hide:   category_id int
-- watch:  part stock stock_value
-- mark
-- desk
SELECT p.id, p.ver, p.category_id, p.code, p.name, p.brand, p.unit, ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) AS qty, p.price, p.bin, p.barcode,
	p.maker_no, c.title AS category, p.min_qty, p.min_qty AS min, p.max_qty AS max, muldiv(v.value, 1000, v.qty) AS cost, p.last_cost,
	p.grade, n.code AS replaced_by, p.max_qty, p.step, p.hot, p.hint, m.code AS companion, p.core_price, p.batch
FROM part p
LEFT JOIN stock_value v ON v.id = p.id
LEFT JOIN part_category c ON c.id = p.category_id
LEFT JOIN part n ON n.id = p.superseded_by
LEFT JOIN part m ON m.id = p.companion_id
WHERE p.active = 1 AND (p.superseded_by IS NULL OR (SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id) > 0)
