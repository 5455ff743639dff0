-- title:  A mode's own prices
-- key:    mode code
-- order:  mode code
-- param:  mode  ref:repair_modes  filter=mode_id
-- col:    mode   choice:word  16  "Repair mode"
-- col:    code   code   14  "Code"   find
-- col:    name   text   26  "Description"  find
-- col:    price  money  10  "Price"
-- col:    list   money  10  "List price"
-- hide:   mode_id int
-- watch:  mode_price
SELECT o.mode_id, m.title AS mode, ifnull(p.code, w.code) AS code, ifnull(p.name, w.name) AS name, o.price,
	ifnull(p.price, w.price) AS list
FROM mode_price o
JOIN repair_mode m ON m.id = o.mode_id
LEFT JOIN part p ON p.id = o.part_id
LEFT JOIN labour w ON w.id = o.labour_id
