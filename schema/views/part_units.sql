-- title:  Packages of a part
-- group:  Stock
-- key:    unit
-- id:     id
-- names:  unit
-- label:  unit
-- order:  unit
-- param:  part     ref:parts  filter=part_id  required
-- col:    unit     text   12  "Package"  find
-- col:    factor   qty    10  "Holds"
-- col:    price    money  10  "Price of a package"
-- col:    barcode  code   14  "Barcode"
-- hide:   id int
-- hide:   ver int
-- hide:   part_id int
-- watch:  part_unit part_barcode
-- desk
SELECT u.id, u.ver, u.part_id, u.unit, u.factor, ifnull(u.price, muldiv(p.price, u.factor, 1000)) AS price,
	(SELECT min(b.barcode) FROM part_barcode b WHERE b.part_id = u.part_id AND b.unit_id = u.id) AS barcode
FROM part_unit u JOIN part p ON p.id = u.part_id
