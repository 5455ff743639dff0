-- title:  Stocktake report
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    sheet      code   16  "Stocktake"
-- col:    title      text   20  "Title"
-- col:    warehouse  choice:word  12  "Warehouse"
-- col:    gained     money  12  "Gain"
-- col:    lost       money  12  "Loss"
-- hide:   id int
SELECT d.id, s.number AS sheet, t.title, w.title AS warehouse,
	(SELECT sum(max(f.value + f.cost_value, 0)) FROM stocktake_found f WHERE f.document_id = d.id) AS gained,
	(SELECT sum(max(-f.value - f.cost_value, 0)) FROM stocktake_found f WHERE f.document_id = d.id) AS lost
FROM document d
JOIN stocktake t ON t.id = (SELECT f.stocktake_id FROM stocktake_found f WHERE f.document_id = d.id LIMIT 1)
	OR t.document_id = d.id
JOIN document s ON s.id = t.sheet_id
JOIN warehouse w ON w.id = t.warehouse_id
