-- title:  Parts used
-- group:  Stock
-- key:    code
-- param:  day  range  required  default=m..today
-- col:    code    code   14  "Part"
-- col:    name    text   28  "Description"
-- col:    qty     qty    10  "Quantity"
-- col:    issues  int     8  "Slips"  sum
-- col:    value   money  12  "Cost"   sum right=cost.see
-- chart:  qty
SELECT p.code, p.name, -sum(m.qty) AS qty, count(DISTINCT m.document_id) AS issues, -sum(m.value) AS value
FROM document d
JOIN stock_move m ON m.document_id = d.id
JOIN part p ON p.id = m.part_id
WHERE d.day BETWEEN :day_from AND :day_to AND m.job_id IS NOT NULL
GROUP BY p.id
