-- title:  Cars in the house
-- group:  Workshop
-- key:    received_at id
-- id:     id
-- names:  number plate
-- label:  plate
-- order:  received_at
-- param:  state    choice:job_state  filter=state
-- param:  advisor  ref:staff  filter=advisor_id
-- col:    number       code  14  "Work order"  find
-- col:    plate        plate 10  "Plate"       find
-- col:    model        text  14  "Model"       find drop=90
-- col:    customer     text  14  "Customer"    find
-- col:    state        choice:job_state  11  "State"
-- col:    repair_type  choice:word  12  "Repair type"  drop=100
-- col:    received_at  time  11  "Received"  drop=90
-- col:    promised_at  time  11  "Promised"
-- col:    total        money 11  "Total"  sum explain=job_lines
-- col:    advisor      text  10  "Advisor"  drop=100
-- col:    bay          text   5  "Bay"      drop=110
-- col:    key_tag      text   6  "Key tag"  find drop=120
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   customer_id int
-- hide:   next code
-- hide:   advisor_id int
-- hide:   late bool
-- watch:  job
-- desk
SELECT j.id, j.ver, j.vehicle_id, j.customer_id, j.advisor_id, j.number, v.plate, v.model, p.name AS customer, j.state,
	t.title AS repair_type, j.received_at, j.promised_at, j.total, u.title AS advisor, j.bay, j.key_tag,
	(SELECT n.step FROM job_next n WHERE n.id = j.id) AS next,
	(j.promised_at IS NOT NULL AND j.promised_at < :now AND j.state IN ('received', 'in_work')) AS late
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN user u ON u.id = j.advisor_id
WHERE j.state NOT IN ('handed_over', 'cancelled')
