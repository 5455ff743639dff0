-- title:  Lines of a package
-- key:    package_id pos
-- order:  pos
-- id:     id
-- names:  text
-- label:  text
-- param:  package  ref:packages  filter=package_id
-- col:    pos    int     3  "No."
-- col:    kind   choice:job_line_kind  8  "Kind"
-- col:    code   code   12  "Code"
-- col:    text   text   24  "Description"  find
-- col:    qty    qty     7  "Qty"
-- col:    price  money  10  "Price"
-- col:    models int     7  "Models"  explain=package_variants
-- hide:   id int
-- hide:   ver int
-- hide:   package_id int
-- watch:  package_line package_variant
SELECT l.id, l.ver, l.package_id, l.pos, l.kind, ifnull(p.code, w.code) AS code, l.text, l.qty,
	ifnull(l.price, ifnull(p.price, w.price)) AS price,
	(SELECT nullif(count(*), 0) FROM package_variant v WHERE v.line_id = l.id) AS models
FROM package_line l
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
