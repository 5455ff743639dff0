-- title:  Work in progress
-- group:  Workshop
-- right:  cost.see
-- key:    number
-- col:    number    code   14  "Work order"
-- col:    plate     plate  10  "Plate"
-- col:    customer  text   16  "Customer"
-- col:    state     choice:job_state  10  "State"
-- col:    days      int     5  "Days"
-- col:    value     money  12  "Cost so far"  sum
-- col:    total     money  12  "To be billed"  sum
SELECT j.number, v.plate, p.name AS customer, j.state, :today - j.received_on AS days,
	(SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8) AS value, j.total
FROM job j
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = j.customer_id
WHERE j.state IN ('received', 'in_work', 'finished')
	AND (SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8) <> 0
