-- title:  Cars in the house by age
-- group:  Workshop
-- key:    received_on id
-- order:  received_on
-- col:    received_on  date   10  "Received"  drop=90
-- col:    days         int     5  "Days"
-- col:    number       code   14  "Work order"
-- col:    plate        plate  10  "Plate"
-- col:    model        text   14  "Model"     drop=100
-- col:    customer     text   14  "Customer"
-- col:    phone        phone  13  "Phone"     drop=90
-- col:    state        choice:job_state  10  "State"
-- col:    promised_at  time   11  "Promised"  drop=90
-- col:    advisor      text   10  "Advisor"   drop=110
-- col:    total        money  12  "Total"  sum
-- hide:   id int
SELECT j.id, j.received_on, :today - j.received_on AS days, j.number, v.plate, v.model, p.name AS customer, p.phone,
	j.state, j.promised_at, u.title AS advisor, j.total
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
LEFT JOIN user u ON u.id = j.advisor_id
WHERE j.state NOT IN ('handed_over', 'cancelled')
