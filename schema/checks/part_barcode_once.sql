-- title:  A barcode stands for two parts
-- on:     part
SELECT p.id, p.code, p.barcode FROM part p JOIN part_barcode b ON b.barcode = p.barcode
