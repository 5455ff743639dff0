-- title:  Lines of a work order
-- key:    pos id
-- id:     id
-- names:  pos
-- label:  text
-- param:  job    ref:jobs  filter=job_id  required
-- param:  kind   choice:job_line_kind   filter=kind
-- param:  state  choice:job_line_state  filter=state
-- col:    pos         int     3  "No."
-- col:    kind        choice:job_line_kind  6  "Kind"
-- col:    code        code   10  "Code"         find drop=80
-- col:    text        text   20  "Description"  find
-- col:    qty         qty     6  "Qty"
-- col:    price       money   9  "Price"
-- col:    amount      money  10  "Amount"
-- col:    state       choice:job_line_state  8  "State"
-- col:    issued_qty  qty     7  "Issued"       drop=90 explain=job_issued
-- col:    on_hand     qty     7  "On hand"      drop=100
-- col:    list_price  money  10  "List price"   drop=110
-- col:    hours       qty     6  "Hours"        drop=100
-- col:    technician  text    8  "Technician"   drop=100
-- col:    last_price  money  10  "Last price"   drop=140
-- col:    last_on     date   10  "Last on"      drop=150
-- col:    payer       text   10  "Payer"        drop=120
-- col:    reason      text   12  "Reason"       drop=130
-- hide:   id int
-- hide:   ver int
-- hide:   job_id int
-- hide:   part_id int
-- hide:   labour_id int
-- hide:   on bool
-- hide:   authorised bool
-- hide:   open_qty qty
-- mark
-- watch:  job_line
-- desk
SELECT l.id, l.ver, l.job_id, l.part_id, l.labour_id, l.pos, l.kind, ifnull(p.code, w.code) AS code, l.text, l.qty,
	l.price, l.amount, l.state, l.state = 'on' AS [on], l.authorised, l.issued_qty, l.list_price, l.hours,
	u.title AS technician, y.name AS payer, l.reason,
	iif(l.kind = 'part' AND l.state = 'on', max(l.qty - l.issued_qty, 0), 0) AS open_qty,
	(SELECT v.qty FROM stock_value v WHERE v.id = l.part_id) AS on_hand, e.price AS last_price,
	(SELECT j.received_on FROM job j WHERE j.id = e.job_id) AS last_on
FROM job_line l
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
LEFT JOIN user u ON u.id = l.technician_id
LEFT JOIN party y ON y.id = l.payer_id
-- the last time this part or labour item stood on a work order
LEFT JOIN job_line e ON e.id = ifnull(
	(SELECT max(b.id) FROM job_line b WHERE b.part_id = l.part_id AND b.id < l.id),
	(SELECT max(b.id) FROM job_line b WHERE b.labour_id = l.labour_id AND b.id < l.id))
WHERE l.state <> 'dropped'
