-- title:  Work order
-- key:    id
-- id:     id
-- param:  job  ref:jobs  filter=id  required
-- col:    number       code  14  "Work order"
-- col:    state        choice:job_state  10  "State"
-- col:    plate        plate 10  "Plate"
-- col:    vin          code  17  "VIN"
-- col:    make         text  10  "Make"
-- col:    model        text  20  "Model"
-- col:    odometer_km  int    8  "km"
-- col:    customer     text  20  "Customer"
-- col:    phone        phone 13  "Phone"
-- col:    payer        text  20  "Payer"
-- col:    repair_type  choice:word  14  "Repair type"
-- col:    repair_mode  choice:word  10  "Repair mode"
-- col:    complaint    text  40  "Complaint"
-- col:    condition    text  40  "Condition"
-- col:    belongings   text  30  "Belongings"
-- col:    fuel         int    4  "Fuel"
-- col:    key_tag      text   6  "Key tag"
-- col:    bay          text   6  "Bay"
-- col:    advisor      text  10  "Advisor"
-- col:    received_at  time  16  "Received"
-- col:    promised_at  time  16  "Promised"
-- col:    finished_at  time  16  "Finished"
-- col:    settled_at   time  16  "Settled"
-- col:    handed_over_at  time  16  "Handed over"
-- col:    authorised   money 12  "Authorised"
-- col:    total        money 12  "Total"
-- col:    advance      money 12  "Advance"
-- col:    open         money 12  "Open"
-- col:    owed_total   money 12  "Owes in all"
-- col:    declined_before  int  4  "Declined before"  explain=declined_before
-- col:    remark       text  40  "Remark"
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   customer_id int
-- hide:   payer_id int
-- hide:   settlement_id int
-- hide:   next code
-- hide:   unauthorised bool
-- hide:   has_core bool
-- watch:  job payment bill_open party_balance
-- desk
SELECT j.id, j.ver, j.vehicle_id, j.customer_id, j.payer_id, j.settlement_id, j.number, j.state, v.plate, v.vin, v.make,
	v.model, j.odometer_km, p.name AS customer, p.phone, y.name AS payer, t.title AS repair_type,
	m.title AS repair_mode, j.complaint, j.condition, j.belongings, j.fuel, j.key_tag, j.bay, u.title AS advisor,
	j.received_at, j.promised_at, j.finished_at, j.settled_at, j.handed_over_at, j.authorised,
	ifnull((SELECT s.total FROM settlement s WHERE s.id = j.settlement_id), j.total) AS total,
	ifnull((SELECT -sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 11), 0) AS advance,
	ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = j.settlement_id),
		0) AS open,
	ifnull(w.amount, 0) AS owed_total, j.remark,
	nullif((SELECT count(*) FROM job h CROSS JOIN job_line l ON l.job_id = h.id AND l.state = 'declined'
		WHERE h.vehicle_id = j.vehicle_id AND h.received_at <= j.received_at AND h.id < j.id
			AND NOT EXISTS (SELECT 1 FROM job_line n WHERE n.offers_id = l.id AND n.state <> 'dropped')), 0) AS declined_before,
	(SELECT n.step FROM job_next n WHERE n.id = j.id) AS next,
	(j.state IN ('received', 'in_work') AND ifnull((SELECT value FROM setting WHERE name = 'job.authorise'), '1') <> '0' AND
		EXISTS (SELECT 1 FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.authorised = 0)) AS unauthorised,
	EXISTS (SELECT 1 FROM job_line l JOIN part c ON c.id = l.part_id WHERE l.job_id = j.id AND l.kind = 'part' AND l.state = 'on'
		AND ifnull(l.bears, '') <> 'shop' AND c.core_price > 0) AS has_core
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN party y ON y.id = j.payer_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN repair_mode m ON m.id = j.repair_mode_id
LEFT JOIN user u ON u.id = j.advisor_id
LEFT JOIN party_balance w ON w.party_id = j.payer_id AND w.account_id = 6
