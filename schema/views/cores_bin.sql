-- title:  Old cores in the bin
-- group:  Stock
-- key:    id
-- id:     id
-- names:  code
-- label:  code
-- order:  code
-- col:    code      code  14  "Part"         find
-- col:    name      text  28  "Description"  find
-- col:    qty       qty    8  "In the bin"   sum
-- col:    credit    money 10  "Deposit on one"
-- col:    since     date  10  "Last came"
-- hide:   id int
-- watch:  core_back core_sent
WITH came AS (
	SELECT k.part_id, sum(k.qty) AS qty, max(d.day) AS day FROM core_back k JOIN document d ON d.id = k.document_id
	WHERE k.unused = 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)
	GROUP BY k.part_id
), gone AS (
	SELECT s.part_id, sum(s.qty) AS qty FROM core_sent s
	WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.document_id) GROUP BY s.part_id
)
SELECT p.id, p.code, p.name, c.qty - ifnull(g.qty, 0) AS qty, p.core_price AS credit, c.day AS since
FROM came c JOIN part p ON p.id = c.part_id LEFT JOIN gone g ON g.part_id = c.part_id
WHERE c.qty > ifnull(g.qty, 0)
