-- title:  Advice for the next visit
-- group:  Customers
-- key:    id
-- id:     id
-- names:  text
-- label:  text
-- order:  -id
-- param:  vehicle  ref:vehicles   filter=vehicle_id
-- param:  job      ref:open_jobs  filter=job_id
-- param:  state    choice:advice_state  filter=state
-- col:    at       time   11  "Time"
-- col:    plate    plate  10  "Plate"       find
-- col:    text     text   30  "Advice"      find
-- col:    urgency  choice:urgency  10  "Urgency"
-- col:    state    choice:advice_state  9  "State"
-- col:    number   code   14  "Work order"  drop=90
-- col:    person   text   10  "Who"         drop=100
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   job_id int
-- watch:  advice
SELECT a.id, a.ver, a.vehicle_id, a.job_id, a.at, v.plate, a.text, a.urgency, a.state, j.number, u.title AS person
FROM advice a
LEFT JOIN vehicle v ON v.id = a.vehicle_id
LEFT JOIN job j ON j.id = a.job_id
LEFT JOIN user u ON u.id = a.user_id
