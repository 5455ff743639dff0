-- title:  Stock list with values
-- group:  Stock
-- key:    code
-- param:  category  ref:part_categories  filter=category_id
-- col:    code      code   14  "Part"
-- col:    name      text   26  "Description"
-- col:    unit      text    4  "Unit"
-- col:    bin       text    8  "Bin"       drop=90
-- col:    qty       qty    10  "On hand"
-- col:    cost      money  10  "Average cost"  right=cost.see drop=80
-- col:    value     money  12  "Value"     sum right=cost.see
-- col:    price     money  10  "Price"     drop=100
-- col:    min_qty   qty     8  "Minimum"   drop=110
-- hide:   category_id int
SELECT p.category_id, p.code, p.name, p.unit, p.bin, v.qty, muldiv(v.value, 1000, v.qty) AS cost, v.value, p.price,
	p.min_qty
FROM stock_value v JOIN part p ON p.id = v.id
WHERE v.qty > 0
