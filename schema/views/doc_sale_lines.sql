-- title:  Goods
-- key:    pos step
-- order:  pos step
-- param:  document  ref:documents  filter=sale_id  required
-- col:    no        int    3  "No."
-- col:    code      code  14  "Part"
-- col:    text      text  30  "Description"
-- col:    qty       qty    8  "Quantity"
-- col:    unit      text   4  "Unit"
-- col:    price     money 10  "Price"
-- col:    discount  money 10  "Discount"
-- col:    amount    money 11  "Amount"
-- col:    gift      text  20  "Gift because"
-- col:    bin       text  12  "Bin"
-- hide:   sale_id int
-- hide:   pos int
-- hide:   step int
SELECT l.sale_id, l.pos, 1 AS step, l.pos AS no, p.code, iif(l.set_id, '· ', '') || l.text AS text, l.qty, l.unit, iif(l.set_id, NULL, l.price) AS price,
	iif(l.set_id, NULL, nullif(l.discount, 0)) AS discount, iif(l.set_id, NULL, l.amount - l.discount) AS amount, l.gift, p.bin
FROM sale_line l
LEFT JOIN part p ON p.id = l.part_id
UNION ALL
-- a package has its price, its lines below it have none
SELECT k.sale_id, k.pos, 0, NULL, g.code, k.text, k.qty, '', k.price, nullif(muldiv(k.qty, k.price, 1000) - k.amount + k.discount, 0),
	k.amount - k.discount, NULL, NULL
FROM sale_set k
JOIN package g ON g.id = k.package_id
