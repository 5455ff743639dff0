-- title:  Steps of a work order
-- key:    id
-- order:  id
-- param:  job  ref:jobs  filter=job_id  required
-- col:    at      time  16  "Time"
-- col:    state   choice:job_state  12  "State"
-- col:    person  text  12  "Who"
-- col:    reason  text  30  "Reason"
-- hide:   id int
-- hide:   job_id int
-- watch:  job_step
-- desk
SELECT s.id, s.job_id, s.at, s.to_state AS state, u.title AS person, s.reason
FROM job_step s LEFT JOIN user u ON u.id = s.user_id
