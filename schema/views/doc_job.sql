-- title:  Work order
-- key:    number
-- id:     id
-- param:  job  ref:jobs  filter=id  required
-- col:    number       code  14  "Work order"
-- col:    plate        plate 10  "Plate"
-- col:    vin          code  17  "VIN"
-- col:    car          text  24  "Car"
-- col:    engine_no    code  12  "Engine no."
-- col:    colour       text   8  "Colour"
-- col:    customer     text  20  "Customer"
-- col:    phone        phone 13  "Phone"
-- col:    payer        text  20  "Payer"
-- col:    repair_type  choice:word  14  "Repair type"
-- col:    repair_mode  choice:word  10  "Repair mode"
-- col:    advisor      text  10  "Advisor"
-- col:    received_at  time  16  "Received"
-- col:    promised_at  time  16  "Promised"
-- col:    odometer_km  int    8  "km"
-- col:    odometer_reason  text  20  "Odometer"
-- col:    fuel         text   4  "Fuel"
-- col:    key_tag      text   6  "Key tag"
-- col:    bay          text   6  "Bay"
-- col:    complaint    text  40  "Complaint"
-- col:    condition    text  40  "Condition"
-- col:    belongings   text  30  "Belongings"
-- col:    damage       text  40  "Damage"
-- col:    brought_by   text  14  "Driver"
-- col:    brought_phone  phone 13 "Driver's phone"
-- col:    insurer      text  20  "Insurer"
-- col:    agent        text  12  "Insurer's agent"
-- col:    remark       text  40  "Remark"
-- col:    labour       money 12  "Labour"
-- col:    parts        money 12  "Parts"
-- col:    fees         money 12  "Fees"
-- col:    total        money 12  "Total"
-- col:    authorised   money 12  "Authorised"
-- col:    said_by      text  12  "By"
-- col:    how          choice:how  10  "How"
-- col:    said_at      time  16  "When"
-- col:    revision     int    4  "Revision"
-- hide:   id int
SELECT j.id, j.number, v.plate, v.vin, trim(ifnull(v.make, '') || ' ' || ifnull(v.model, '')) AS car, v.engine_no,
	v.colour, c.name AS customer, c.phone, iif(j.payer_id = j.customer_id, NULL, p.name) AS payer,
	t.title AS repair_type, m.title AS repair_mode, u.title AS advisor, j.received_at, j.promised_at, j.odometer_km,
	j.odometer_reason, j.fuel || '/8' AS fuel, j.key_tag, j.bay, j.complaint, j.condition, j.belongings, j.damage, j.brought_by, j.brought_phone,
	i.name AS insurer, g.name AS agent, j.remark,
	iif(m.hide_amounts, NULL, (SELECT ifnull(sum(l.amount), 0) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'labour'))
		AS labour,
	iif(m.hide_amounts, NULL, (SELECT ifnull(sum(l.amount), 0) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'part'))
		AS parts,
	iif(m.hide_amounts, NULL, (SELECT ifnull(sum(l.amount), 0) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on'
		AND l.kind NOT IN ('labour', 'part'))) AS fees,
	iif(m.hide_amounts, NULL, j.total) AS total, iif(m.hide_amounts, NULL, j.authorised) AS authorised, a.said_by, a.how, d.at AS said_at,
	(SELECT max(r.number) FROM job_revision r WHERE r.job_id = j.id) AS revision
FROM job j
JOIN vehicle v ON v.id = j.vehicle_id
JOIN party c ON c.id = j.customer_id
JOIN party p ON p.id = j.payer_id
JOIN repair_type t ON t.id = j.repair_type_id
JOIN repair_mode m ON m.id = j.repair_mode_id
LEFT JOIN user u ON u.id = j.advisor_id
LEFT JOIN party i ON i.id = j.insurer_id
LEFT JOIN insurer_agent g ON g.id = j.agent_id
LEFT JOIN authorisation a ON a.id = (SELECT max(x.id) FROM authorisation x WHERE x.job_id = j.id)
LEFT JOIN document d ON d.id = a.id
