-- title:  What it was sold for
-- group:  Stock
-- key:    id
-- order:  -id
-- param:  part      ref:parts       filter=part_id
-- param:  customer  ref:customers   filter=customer_id
-- param:  type      ref:sale_types  filter=type_id
-- param:  day       range           filter=day
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"    find
-- col:    customer  text   16  "Customer"  find
-- col:    code      code   12  "Part"      find
-- col:    text      text   20  "Description"  find drop=90
-- col:    qty       qty     8  "Quantity"
-- col:    unit      text    4  "Unit"      drop=76
-- col:    price     money  10  "Price"
-- col:    list_price  money 10  "List price"  drop=100
-- col:    type      choice:word  12  "Business type"  drop=120
-- col:    salesperson  text  10  "Salesperson"  drop=110
-- hide:   id int
-- hide:   part_id int
-- hide:   customer_id int
-- hide:   type_id int
-- hide:   document_id int
-- watch:  sale_line
-- desk
SELECT l.id, l.part_id, l.party_id AS customer_id, s.type_id, l.sale_id AS document_id, d.day, d.number, p.name AS customer,
	a.code, l.text, l.qty, l.unit,
	iif(l.set_id, muldiv(l.amount - l.discount, 1000, l.qty), l.price) AS price, l.list_price, t.title AS type, u.title AS salesperson
FROM sale_line l
LEFT JOIN sale s ON s.id = l.sale_id
LEFT JOIN document d ON d.id = l.sale_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN part a ON a.id = l.part_id
LEFT JOIN sale_type t ON t.id = s.type_id
LEFT JOIN user u ON u.id = s.salesperson_id
WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = l.sale_id)
