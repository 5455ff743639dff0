-- title:  History of a car
-- key:    number
-- id:     id
-- order:  -number
-- param:  vehicle  ref:vehicles  filter=vehicle_id  required
-- col:    received_on  date  10  "Received"
-- col:    number       code  14  "Work order"
-- col:    state        choice:job_state  10  "State"
-- col:    repair_type  choice:word  14  "Repair type"  drop=90
-- col:    complaint    text  24  "Complaint"  find
-- col:    odometer_km  int    8  "km"  drop=90
-- col:    total        money 11  "Total"  sum explain=job_lines
-- hide:   id int
-- hide:   vehicle_id int
-- watch:  job
SELECT j.id, j.vehicle_id, j.received_on, j.number, j.state, t.title AS repair_type, j.complaint, j.odometer_km, j.total
FROM job j LEFT JOIN repair_type t ON t.id = j.repair_type_id
