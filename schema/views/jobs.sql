-- title:  Work orders
-- group:  Workshop
-- key:    number
-- id:     id
-- names:  number
-- label:  plate
-- order:  -number | number
-- param:  vehicle   ref:vehicles   filter=vehicle_id
-- param:  customer  ref:customers  filter=customer_id
-- param:  received  range  filter=received_on
-- param:  settled   range  filter=settled_on
-- param:  state     choice:job_state  filter=state
-- col:    number       code  14  "Work order"  find
-- col:    plate        plate 10  "Plate"       find
-- col:    customer     text  16  "Customer"    find
-- col:    state        choice:job_state  11  "State"
-- col:    repair_type  choice:word  12  "Repair type"  drop=90
-- col:    repair_mode  choice:word   8  "Repair mode"  drop=110
-- col:    received_on  date  10  "Received"
-- col:    settled_on   date  10  "Settled on"    drop=100
-- col:    handed_over_on  date  10  "Handed over"  drop=120
-- col:    complaint    text  20  "Complaint"    find drop=140
-- col:    advisor      text  10  "Advisor"      drop=130
-- col:    total        money 11  "Total"  sum explain=job_lines
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   customer_id int
-- hide:   next code
-- hide:   page code
-- watch:  job
-- desk
SELECT j.id, j.ver, j.vehicle_id, j.customer_id, j.number, v.plate, p.name AS customer, j.state, t.title AS repair_type,
	m.title AS repair_mode, j.received_on, j.settled_on, j.handed_over_on, j.complaint, u.title AS advisor, j.total,
	(SELECT n.step FROM job_next n WHERE n.id = j.id) AS next,
	(SELECT n.page FROM job_next n WHERE n.id = j.id) AS page
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN repair_mode m ON m.id = j.repair_mode_id
LEFT JOIN user u ON u.id = j.advisor_id
