-- title:  Settled work orders
-- group:  Workshop
-- key:    number
-- id:     id
-- names:  number
-- label:  plate
-- order:  -number
-- col:    number       code  14  "Work order"  find
-- col:    plate        plate 10  "Plate"       find
-- col:    customer     text  16  "Customer"    find
-- col:    state        choice:job_state  11  "State"
-- col:    settled_on   date  10  "Settled on"
-- col:    total        money 11  "Total"
-- hide:   id int
-- hide:   vehicle_id int
-- watch:  job
-- desk
SELECT j.id, j.vehicle_id, j.number, v.plate, p.name AS customer, j.state, j.settled_on, j.total
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
WHERE +j.state IN ('settled', 'handed_over')
