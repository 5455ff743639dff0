-- title:  Work that customers declined
-- group:  Workshop
-- key:    number pos
-- order:  -declined_on number pos
-- param:  period  range  filter=declined_on  default=m..today
-- col:    declined_on  date   10  "Received"
-- col:    number       code   14  "Work order"
-- col:    plate        plate  10  "Plate"   find
-- col:    customer     text   14  "Customer"  find
-- col:    phone        phone  12  "Phone"  drop=100
-- col:    text         text   20  "Description"  find
-- col:    amount       money  10  "Amount"  sum
-- col:    reason       text   16  "Reason"  drop=90
-- col:    again        code   14  "Offered again"  drop=115
-- hide:   pos int
SELECT j.received_on AS declined_on, j.number, v.plate, p.name AS customer, p.phone, l.text, l.amount, l.reason, l.pos,
	(SELECT h.number FROM job_line n JOIN job h ON h.id = n.job_id WHERE n.offers_id = l.id AND n.state <> 'dropped' ORDER BY n.id LIMIT 1) AS again
FROM job_line l
JOIN job j ON j.id = l.job_id
JOIN vehicle v ON v.id = j.vehicle_id
JOIN party p ON p.id = j.customer_id
WHERE l.state = 'declined'
