-- title:  What was done to a car
-- key:    number pos
-- order:  -number pos
-- param:  vehicle  ref:vehicles  filter=vehicle_id  required
-- col:    received_on  date  10  "Received"
-- col:    number       code  14  "Work order"
-- col:    kind         choice:history_kind  8  "Kind"
-- col:    text         text  28  "Description"  find
-- col:    qty          qty    8  "Quantity"
-- col:    price        money 10  "Price"
-- col:    amount       money 11  "Amount"  sum
-- hide:   vehicle_id int
-- hide:   pos int
SELECT j.vehicle_id, j.received_on, j.number, l.pos, l.kind, l.text, l.qty, l.price, l.amount
FROM job j JOIN job_line l ON l.job_id = j.id
WHERE l.state = 'on' AND j.state <> 'cancelled'
UNION ALL
SELECT a.vehicle_id, j.received_on, j.number, 1000000 + a.id, 'advice', a.text, NULL, NULL, NULL
FROM advice a JOIN job j ON j.id = a.job_id
WHERE a.state = 'open'
