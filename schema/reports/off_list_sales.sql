-- title:  Sold off the list
-- group:  Stock
-- key:    id
-- order:  -id
-- param:  day  range  filter=day  required  default=m..today
-- param:  salesperson  ref:staff  filter=salesperson_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number" explain=booked
-- col:    customer  text   14  "Customer"    drop=100
-- col:    text      text   18  "Description"
-- col:    qty       qty     8  "Quantity"    drop=90
-- col:    list      money  10  "At list"     sum drop=100
-- col:    amount    money  10  "Amount"      sum
-- col:    given     money  10  "Given away"  sum
-- col:    person    text   10  "Who"
-- col:    gift      text   16  "Gift because"  drop=110
-- hide:   id int
-- hide:   salesperson_id int
-- chart:  given
-- hide:   document_id int
SELECT l.id, d.id AS document_id, s.salesperson_id, d.day, d.number, p.name AS customer, l.text, l.qty, muldiv(l.qty, l.list_price, 1000) AS list,
	l.amount - l.discount AS amount, muldiv(l.qty, l.list_price, 1000) - l.amount + l.discount AS given, u.title AS person,
	l.gift
FROM sale_line l
JOIN sale s ON s.id = l.sale_id
JOIN document d ON d.id = l.sale_id
JOIN party p ON p.id = l.party_id
JOIN user u ON u.id = d.user_id
WHERE l.amount - l.discount <> muldiv(l.qty, l.list_price, 1000) AND l.part_id IS NOT NULL AND l.set_id IS NULL
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = l.sale_id)
UNION ALL
-- a package against the price that the shop asks for it
SELECT -k.id, d.id, s.salesperson_id, d.day, d.number, p.name, k.text, k.qty, muldiv(k.qty, k.list_price, 1000), k.amount - k.discount,
	muldiv(k.qty, k.list_price, 1000) - k.amount + k.discount, u.title, NULL
FROM sale_set k
JOIN sale s ON s.id = k.sale_id
JOIN document d ON d.id = k.sale_id
JOIN party p ON p.id = s.party_id
JOIN user u ON u.id = d.user_id
WHERE k.amount - k.discount <> muldiv(k.qty, k.list_price, 1000)
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.sale_id)
