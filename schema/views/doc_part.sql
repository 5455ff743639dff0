-- title:  Part
-- key:    id
-- id:     id
-- param:  part  ref:parts  filter=id  required
-- col:    code   code   14  "Code"
-- col:    name   text   26  "Description"
-- col:    brand  text    8  "Brand"
-- col:    unit   text    4  "Unit"
-- col:    price  money  10  "Price"
-- col:    bin    text    8  "Bin"
-- col:    scan   code   14  "Barcode"
-- hide:   id int
SELECT p.id, p.code, p.name, p.brand, p.unit, p.price, p.bin, ifnull(p.barcode, p.code) AS scan
FROM part p
