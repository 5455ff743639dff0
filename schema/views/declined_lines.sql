-- title:  Lines that customers declined
-- key:    number pos
-- order:  -number pos
-- id:     id
-- names:  text
-- label:  text
-- param:  vehicle  ref:vehicles  filter=vehicle_id
-- col:    number  code   14  "Work order"
-- col:    plate   plate  10  "Plate"  find
-- col:    text    text   24  "Description"  find
-- col:    amount  money  10  "Amount"
-- col:    reason  text   16  "Reason"
-- hide:   id int
-- hide:   pos int
-- hide:   vehicle_id int
-- watch:  job_line
SELECT l.id, l.pos, j.vehicle_id, j.number, v.plate, l.text, l.amount, l.reason
FROM job_line l JOIN job j ON j.id = l.job_id JOIN vehicle v ON v.id = j.vehicle_id
WHERE l.state = 'declined'
