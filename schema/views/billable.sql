-- title:  Labour, parts and packages
-- key:    code kind
-- order:  code
-- param:  kind  choice:job_line_kind  filter=kind
-- param:  job   ref:jobs
-- col:    kind   choice:job_line_kind  7  "Kind"
-- col:    code   code   12  "Code"         find
-- col:    name   text   24  "Description"  find
-- col:    price  money  10  "Price"
-- col:    qty    qty     8  "On hand"
-- col:    last_price  money  9  "Last time"
-- col:    hours  qty     6  "Hours"  drop=80
-- col:    bin    text    8  "Bin"    drop=90
-- hide:   id int
-- hide:   barcode code
-- watch:  part labour stock_value package package_variant
-- desk
SELECT l.id, 'labour' AS kind, l.code, l.name, l.price, CAST(NULL AS INTEGER) AS qty, l.hours,
	CAST(NULL AS TEXT) AS bin, CAST(NULL AS TEXT) AS barcode, -- the same affinities as below, else SQLite sorts
	-- what this customer paid last time
	CAST((SELECT b.price FROM job j CROSS JOIN job h ON h.customer_id = j.customer_id AND h.id < j.id CROSS JOIN job_line b
		ON b.job_id = h.id WHERE j.id = :job AND b.labour_id = l.id AND b.state = 'on' ORDER BY h.id DESC LIMIT 1)
		AS INTEGER) AS last_price
FROM labour l WHERE l.active = 1
UNION ALL
SELECT p.id, 'part', p.code, p.name, p.price, CAST((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id) AS INTEGER), CAST(NULL AS INTEGER), p.bin, p.barcode,
	CAST((SELECT b.price FROM job j CROSS JOIN job h ON h.customer_id = j.customer_id AND h.id < j.id CROSS JOIN job_line b
		ON b.job_id = h.id WHERE j.id = :job AND b.part_id = p.id AND b.state = 'on' ORDER BY h.id DESC LIMIT 1)
		AS INTEGER)
FROM part p WHERE p.active = 1
UNION ALL
-- one that needs a part which is not known for the car's model is asked about
SELECT k.id, iif(EXISTS (SELECT 1 FROM package_line n WHERE n.package_id = k.id AND n.kind = 'part' AND n.part_id IS NULL
		AND NOT EXISTS (SELECT 1 FROM package_variant x WHERE x.line_id = n.id AND x.model = (SELECT ifnull(c.model, '')
			FROM job j JOIN vehicle c ON c.id = j.vehicle_id WHERE j.id = :job))), 'package_ask', 'package'),
	k.code, k.name, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS TEXT),
	CAST(NULL AS TEXT), CAST(NULL AS INTEGER)
FROM package k WHERE k.active = 1
