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
SELECT p.id, p.code, p.name, b.qty, p.core_price AS credit,
	(SELECT d.day FROM core_back k JOIN document d ON d.id = k.document_id WHERE k.part_id = p.id AND k.unused = 0
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id) ORDER BY k.id DESC LIMIT 1) AS since
FROM core_bin b JOIN part p ON p.id = b.id
WHERE b.qty > 0
