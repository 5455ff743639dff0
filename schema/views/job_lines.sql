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
-- col:    text        text   19  "Description"  find
-- col:    qty         qty     6  "Qty"
-- col:    price       money   9  "Price"        explain=line_price
-- col:    amount      money  10  "Amount"
-- col:    note        choice:line_note  9  "State"  explain=first_time
-- col:    last_price  money  10  "Last price"   drop=140
-- col:    last_on     date   10  "Last on"      drop=150
-- col:    issued_qty  qty     7  "Issued"       drop=90 explain=job_issued
-- col:    on_hand     qty     7  "On hand"      drop=100
-- col:    list_price  money  10  "List price"   drop=110
-- col:    hours       qty     6  "Hours"        drop=100
-- col:    technician  text    8  "Technician"   drop=100
-- col:    payer       text   10  "Payer"        drop=120
-- col:    bears       choice:line_bearer  8  "Borne by"  drop=125
-- col:    supplier    text   10  "Supplier"     drop=160
-- col:    cost        money  10  "Cost"         drop=170 right=cost.see
-- col:    reason      text   12  "Reason"       drop=130
-- hide:   id int
-- hide:   ver int
-- hide:   job_id int
-- hide:   part_id int
-- hide:   labour_id int
-- hide:   on bool
-- hide:   authorised bool
-- hide:   state code
-- hide:   open_qty qty
-- hide:   unbooked bool
-- hide:   done_before bool
-- hide:   first_job_id int
-- mark
-- watch:  job_line
-- desk
SELECT l.id, l.ver, l.job_id, l.part_id, l.labour_id, l.pos, l.kind, ifnull(p.code, w.code) AS code, l.text, l.qty,
	l.price, l.amount, l.state, l.state = 'on' AS [on], l.authorised, l.issued_qty, l.list_price, l.hours,
	u.title AS technician, y.name AS payer, ifnull(l.free_reason, l.reason) AS reason, ifnull(l.bears, 'customer') AS bears,
	s.name AS supplier, l.sublet_cost AS cost, f.job_id AS first_job_id, (f.id IS NOT NULL) AS done_before,
	(l.kind = 'sublet' AND l.state = 'on' AND l.sublet_id IS NULL) AS unbooked,
	CASE WHEN l.state <> 'on' THEN l.state WHEN c.id IS NOT NULL THEN 'comeback' WHEN f.id IS NOT NULL THEN 'done_before'
		WHEN l.kind = 'sublet' AND l.sublet_id IS NULL THEN 'to_book' WHEN l.free_reason IS NOT NULL THEN 'free'
		WHEN l.bears IN ('insurer', 'maker') THEN l.bears ELSE 'on' END AS note,
	iif(l.kind = 'part' AND l.state = 'on', max(l.qty - l.issued_qty, 0), 0) AS open_qty,
	(SELECT sum(t.qty) FROM stock t WHERE t.part_id = l.part_id) AS on_hand, e.price AS last_price,
	(SELECT received_on FROM job WHERE id = e.job_id) AS last_on
FROM job_line l
JOIN job j ON j.id = l.job_id
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
LEFT JOIN user u ON u.id = l.technician_id
LEFT JOIN party y ON y.id = l.payer_id
LEFT JOIN party s ON s.id = l.supplier_id
LEFT JOIN comeback c ON c.id = l.id
-- the last time this part or labour item stood on a work order of this customer
LEFT JOIN job_line e ON e.id = (
	SELECT b.id FROM job h CROSS JOIN job_line b ON b.job_id = h.id
	WHERE h.customer_id = j.customer_id AND h.id < j.id AND (b.part_id = l.part_id OR b.labour_id = l.labour_id)
		AND b.state = 'on' ORDER BY h.id DESC LIMIT 1)
-- the first time, while that is still answered for
LEFT JOIN job_line f ON f.id = (
	SELECT b.id FROM job h CROSS JOIN job_line b ON b.job_id = h.id
	CROSS JOIN repair_type t ON t.id = h.repair_type_id
	WHERE h.vehicle_id = j.vehicle_id AND h.received_at <= j.received_at AND h.id < j.id AND h.settled_on IS NOT NULL
		AND (b.part_id = l.part_id OR b.labour_id = l.labour_id) AND b.state = 'on'
		AND j.received_on - h.settled_on <= ifnull(ifnull(p.warranty_days, w.warranty_days), t.warranty_days)
		AND ifnull(j.odometer_km - h.odometer_km <= ifnull(ifnull(p.warranty_km, w.warranty_km), t.warranty_km), 1)
	ORDER BY h.received_at DESC LIMIT 1)
WHERE l.state <> 'dropped'
