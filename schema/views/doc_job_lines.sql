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
-- col:    reason  text   16  "Reason"
-- hide:   id int
-- hide:   job_id int
SELECT l.id, l.job_id, l.pos, l.kind, ifnull(p.code, w.code) AS code, l.text, l.qty, p.unit, l.price, l.amount, l.state,
	l.reason
FROM job_line l
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
