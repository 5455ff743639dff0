-- title:  Advances held
-- rule:   What was paid in advance less what bills have used and what was given back or kept.
-- group:  Money
-- key:    party_id job
-- param:  party  ref:parties  filter=party_id
-- col:    party   text   20  "Customer"
-- col:    job     code   14  "Work order"
-- col:    since   date   10  "Since"
-- col:    paid    money  12  "Paid in advance"  sum explain=advance_receipts.came
-- col:    used    money  12  "Used or given back"     sum explain=advance_receipts.went
-- col:    held    money  12  "Still held"    sum explain=advance_receipts
-- hide:   party_id int
-- hide:   job_id int
-- hide:   day int
-- hide:   day_to int
SELECT l.party_id, ifnull(l.job_id, 0) AS job_id, 0 AS day, 99999 AS day_to, p.name AS party, ifnull(j.number, '') AS job, min(e.day) AS since, -sum(min(l.amount, 0)) AS paid,
	sum(max(l.amount, 0)) AS used, -sum(l.amount) AS held
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
WHERE l.account_id = 11
GROUP BY l.party_id, l.job_id
HAVING sum(l.amount) <> 0
