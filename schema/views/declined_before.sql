-- title:  Declined at earlier visits
-- key:    number pos
-- order:  -number pos
-- param:  job  ref:jobs  required
-- id:     id
-- names:  number
-- label:  text
-- col:    number  code   14  "Work order"
-- col:    day     date   10  "Received"
-- col:    text    text   24  "Description"  find
-- col:    qty     qty     6  "Qty"
-- col:    price   money  10  "Price then"
-- col:    today   money  10  "List today"
-- col:    reason  text   16  "Reason"  drop=100
-- hide:   id int
-- hide:   pos int
-- mark
-- watch:  job_line
SELECT l.id, l.pos, h.number, h.received_on AS day, l.text, l.qty, l.price,
	ifnull(ifnull((SELECT price FROM part WHERE id = l.part_id), (SELECT price FROM labour WHERE id = l.labour_id)), l.list_price)
		AS today, l.reason
FROM job j
JOIN job h ON h.vehicle_id = j.vehicle_id AND h.id < j.id
JOIN job_line l ON l.job_id = h.id AND l.state = 'declined'
WHERE j.id = :job AND NOT EXISTS (SELECT 1 FROM job_line n WHERE n.offers_id = l.id AND n.state <> 'dropped')
