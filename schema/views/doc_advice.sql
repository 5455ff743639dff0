-- title:  Advised at the last visit
-- key:    id
-- param:  job  ref:jobs  filter=for_id  required
-- col:    text     text    40  "Advice"
-- col:    urgency  choice:urgency  10  "Urgency"
-- col:    at       time  16  "Time"
-- hide:   id int
-- hide:   for_id int
SELECT a.id, j.id AS for_id, a.text, a.urgency, a.at
FROM job j JOIN advice a ON a.vehicle_id = j.vehicle_id AND a.state = 'open' AND a.job_id <> j.id
