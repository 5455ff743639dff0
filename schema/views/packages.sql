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
-- col:    active  bool    5  "In use"
-- hide:   id int
-- hide:   ver int
-- watch:  package package_line
SELECT p.id, p.ver, p.code, p.name, t.title AS repair_type, p.active,
	(SELECT count(*) FROM package_line l WHERE l.package_id = p.id) AS lines,
	(SELECT sum(muldiv(l.qty, ifnull(l.price, ifnull(a.price, w.price)), 1000)) FROM package_line l
		LEFT JOIN part a ON a.id = l.part_id LEFT JOIN labour w ON w.id = l.labour_id WHERE l.package_id = p.id) AS price
FROM package p LEFT JOIN repair_type t ON t.id = p.repair_type_id
