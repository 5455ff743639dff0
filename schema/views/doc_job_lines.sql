-- title:  Lines of a work order
-- key:    pos id
-- param:  job  ref:jobs  filter=job_id  required
-- col:    pos     int     3  "No."
-- col:    kind    choice:job_line_kind  6  "Kind"
-- col:    code    code   12  "Code"
-- col:    text    text   26  "Description"
-- col:    qty     qty     7  "Quantity"
-- col:    unit    text    4  "Unit"
-- col:    price   money  10  "Price"
-- col:    amount  money  11  "Amount"
-- col:    state   choice:job_line_state  8  "State"
-- col:    payer   text   14  "Payer"
-- col:    reason  text   16  "Reason"
-- hide:   id int
-- hide:   job_id int
SELECT l.id, l.job_id, l.pos, l.kind, ifnull(p.code, w.code) AS code, l.text, l.qty, p.unit,
	iif(m.hide_amounts OR l.kind = 'own_part', NULL, l.price) AS price,
	iif(m.hide_amounts OR l.kind = 'own_part', NULL, l.amount) AS amount, l.state, y.name AS payer, ifnull(l.free_reason, l.reason) AS reason
FROM job_line l
JOIN job j ON j.id = l.job_id
JOIN repair_mode m ON m.id = j.repair_mode_id
LEFT JOIN party y ON y.id = l.payer_id
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
