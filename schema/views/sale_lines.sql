-- title:  Sales by line
-- group:  Stock
-- key:    id
-- id:     id
-- order:  -id
-- param:  sale         ref:sales      filter=sale_id
-- param:  part         ref:parts      filter=part_id
-- param:  customer     ref:customers  filter=party_id
-- param:  salesperson  ref:staff      filter=salesperson_id
-- param:  day          range          filter=day
-- col:    day       date   10  "Day"  drop=100
-- col:    number    code   14  "Number"    find
-- col:    customer  text   12  "Customer"  find drop=90
-- col:    code      code   12  "Part"      find
-- col:    text      text   18  "Description"  find
-- col:    qty       qty     8  "Quantity"
-- col:    unit      text    4  "Unit"      drop=100
-- col:    price     money  10  "Price"
-- col:    discount  money  10  "Discount"  sum drop=110
-- col:    amount    money  11  "Amount"    sum
-- col:    returned  qty     8  "Goods back"  drop=120
-- col:    cost      money  10  "Cost"      sum right=cost.see drop=130
-- col:    profit    money  10  "Gross profit"  sum right=cost.see drop=130
-- col:    gift      text   16  "Gift because"  drop=140
-- col:    package   text   16  "Work package"  find drop=150
-- hide:   id int
-- hide:   sale_id int
-- hide:   part_id int
-- hide:   party_id int
-- hide:   salesperson_id int
-- watch:  sale_line
-- desk
SELECT l.id, l.sale_id, l.part_id, l.party_id, s.salesperson_id, d.day, d.number, p.name AS customer, a.code, l.text, l.qty,
	l.unit, l.price, l.discount, l.amount - l.discount AS amount,
	ifnull((SELECT sum(r.qty) FROM sale_return_line r WHERE r.sale_line_id = l.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.return_id)), 0) AS returned,
	l.cost, l.net - l.cost AS profit, l.gift, k.text AS package
FROM sale_line l
LEFT JOIN sale s ON s.id = l.sale_id
LEFT JOIN document d ON d.id = l.sale_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN part a ON a.id = l.part_id
LEFT JOIN sale_set k ON k.id = l.set_id
WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = l.sale_id)
