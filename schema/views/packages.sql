-- title:  Work packages
-- group:  Workshop
-- key:    code
-- id:     id
-- names:  code name
-- label:  name
-- order:  code
-- col:    code    code   14  "Code"  find
-- col:    name    text   26  "Work package"  find
-- col:    repair_type  choice:word  14  "Repair type"
-- col:    lines   int     5  "Lines"  explain=package_lines
-- col:    price   money  11  "Price"
-- col:    price_until  date  10  "Price until"  drop=90
-- col:    lines_price  money  11  "By its lines"  drop=100
-- col:    active  bool    5  "In use"
-- hide:   package_price money
-- hide:   id int
-- hide:   ver int
-- watch:  package package_line
SELECT p.id, p.ver, p.code, p.name, t.title AS repair_type, p.active,
	(SELECT count(*) FROM package_line l WHERE l.package_id = p.id) AS lines,
	iif(p.price_until < :today, s.price, ifnull(p.price, s.price)) AS price, p.price_until, s.price AS lines_price, p.price AS package_price
FROM package p
LEFT JOIN (SELECT l.package_id, sum(muldiv(l.qty, ifnull(l.price, ifnull(a.price, w.price)), 1000)) AS price FROM package_line l
	LEFT JOIN part a ON a.id = l.part_id LEFT JOIN labour w ON w.id = l.labour_id GROUP BY l.package_id) s ON s.package_id = p.id LEFT JOIN repair_type t ON t.id = p.repair_type_id
