-- title:  Purchase plan
-- group:  Stock
-- key:    id
-- id:     id
-- names:  id_text
-- label:  text
-- order:  id | -urgent id
-- param:  state   choice:want_state  filter=state
-- param:  job     ref:jobs     filter=job_id
-- param:  part    ref:parts    filter=part_id
-- col:    urgent    bool   6  "Urgent"
-- col:    code      code  12  "Part"         find
-- col:    text      text  20  "Description"  find
-- col:    qty       qty    8  "Quantity"
-- col:    on_hand   qty    8  "On hand"      drop=90
-- col:    supplier  text  14  "Supplier"     find
-- col:    plate     plate 10  "Plate"        find
-- col:    state     choice:want_state  8  "State"
-- col:    need_on   date  10  "Needed by"    drop=100
-- col:    source    choice:word  16  "Why"   drop=110
-- col:    person    text  10  "Who"          drop=120
-- col:    at        time  11  "Since"        drop=130
-- col:    document  code  14  "Document"     drop=140
-- hide:   id int
-- hide:   id_text code
-- hide:   ver int
-- hide:   part_id int
-- hide:   job_id int
-- mark
-- watch:  want stock_value
SELECT w.id, CAST(w.id AS TEXT) AS id_text, w.ver, w.part_id, w.job_id, w.urgent, p.code, w.text, w.qty,
	(SELECT sum(t.qty) FROM stock t WHERE t.part_id = w.part_id) AS on_hand,
	coalesce((SELECT s.name FROM party s WHERE s.id = w.supplier_id),
		(SELECT s.name FROM purchase_line l JOIN purchase y ON y.id = l.document_id JOIN party s ON s.id = y.supplier_id
			WHERE l.part_id = w.part_id ORDER BY l.id DESC LIMIT 1)) AS supplier,
	w.plate, w.state, w.need_on, s.title AS source, u.title AS person, w.at, d.number AS document
FROM want w
JOIN want_source s ON s.code = w.source
JOIN user u ON u.id = w.user_id
LEFT JOIN part p ON p.id = w.part_id
LEFT JOIN document d ON d.id = w.document_id
WHERE w.state IN ('open', 'ordered', 'arrived')
