-- title:  Periods closed and opened again
-- group:  Money
-- key:    id
-- order:  -id
-- col:    at      time  16  "Time"
-- col:    until   date  10  "Closed up to"
-- col:    reopened  bool  10  "Opened again"
-- col:    person  text  10  "Who"
-- col:    reason  text  40  "Reason"
-- hide:   id int
SELECT c.id, c.at, c.until_on AS until, c.reason IS NOT NULL AS reopened, u.title AS person, c.reason
FROM period_close c JOIN user u ON u.id = c.user_id
