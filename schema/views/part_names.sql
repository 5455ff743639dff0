-- title:  Names, barcodes and cars of a part
-- group:  Stock
-- key:    kind what
-- param:  part  ref:parts  required
-- col:    kind  choice:part_word  12  "Kind"
-- col:    what  text  40  "What"
-- hide:   alias text
-- hide:   barcode code
-- hide:   fits text
-- hide:   own int
-- watch:  part part_alias part_barcode part_fit
SELECT 'alias' AS kind, alias AS what, alias, NULL AS barcode, NULL AS fits, 1 AS own FROM part_alias WHERE part_id = :part
UNION ALL SELECT 'barcode', barcode, NULL, barcode, NULL, unit_id IS NULL FROM part_barcode WHERE part_id = :part
UNION ALL SELECT 'fits', model, NULL, NULL, model, 1 FROM part_fit WHERE part_id = :part
UNION ALL SELECT 'old', code, NULL, NULL, NULL, 0 FROM part WHERE superseded_by = :part
UNION ALL SELECT DISTINCT 'fitted', ifnull(v.make || ' ', '') || v.model, NULL, NULL, NULL, 0
FROM job_line l JOIN job j ON j.id = l.job_id JOIN vehicle v ON v.id = j.vehicle_id
WHERE l.part_id = :part AND l.issued_qty > 0 AND v.model IS NOT NULL
