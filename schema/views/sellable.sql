-- title:  Parts and packages
-- key:    code kind
-- order:  code
-- col:    code      code   14  "Code"         find
-- col:    name      text   26  "Description"  find
-- col:    brand     text    8  "Brand"        find drop=90
-- col:    unit      text    4  "Unit"
-- col:    qty       qty     9  "On hand"
-- col:    price     money  10  "Price"
-- col:    bin       text    8  "Bin"          drop=70
-- col:    barcode   code   13  "Barcode"      find drop=110
-- col:    maker_no  code   14  "Maker's number"  find drop=120
-- col:    grade     text   10  "Grade"        find drop=160
-- hide:   id int
-- hide:   kind text
-- watch:  part stock package package_line
-- desk
SELECT p.id, 'part' AS kind, p.code, p.name, p.brand, p.unit,
	CAST(ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) AS INTEGER) AS qty, p.price, p.bin, p.barcode, p.maker_no, p.grade
FROM part p
WHERE p.active = 1 AND (p.superseded_by IS NULL OR (SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id) > 0)
UNION ALL
-- one that needs a part which differs from model to model is asked about
SELECT k.id, iif(EXISTS (SELECT 1 FROM package_line n WHERE n.package_id = k.id AND n.kind = 'part' AND n.part_id IS NULL),
		'package_ask', 'package'),
	k.code, k.name, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(iif(k.price_until < :today, NULL, k.price) AS INTEGER),
	CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM package k WHERE k.active = 1 AND EXISTS (SELECT 1 FROM package_line n WHERE n.package_id = k.id)
