-- title:  Credit notes
-- group:  Money
-- key:    day number
-- order:  day
-- param:  day  range  filter=day  required  default=m..today
-- col:    day         date   10  "Day"
-- col:    number      code   14  "Number" explain=booked
-- col:    job         code   14  "Work order"
-- col:    plate       plate  10  "Plate"  drop=90
-- col:    customer    text   12  "Customer"  drop=100
-- col:    reason      text   18  "Reason"
-- col:    total       money  11  "Given back in all"  sum
-- col:    paid_back   money  11  "Paid back"  sum
-- col:    cost        money  11  "Cost back"  sum right=cost.see drop=110
-- col:    person      text   10  "Who"  drop=120
-- hide:   id int
-- hide:   document_id int
SELECT c.id, c.id AS document_id, d.day, d.number, j.number AS job, v.plate, p.name AS customer, c.reason, c.total,
	ifnull((SELECT -sum(y.amount) FROM payment y WHERE y.document_id = c.id), 0) AS paid_back, c.cost, u.title AS person
FROM credit c
JOIN document d ON d.id = c.id
JOIN job j ON j.id = c.job_id
JOIN vehicle v ON v.id = j.vehicle_id
JOIN party p ON p.id = j.customer_id
JOIN user u ON u.id = d.user_id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.id)
