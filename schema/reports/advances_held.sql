-- title:  Advances held
-- group:  Money
-- key:    party_id job
-- param:  party  ref:parties  filter=party_id
-- col:    party   text   20  "Customer"
-- col:    job     code   14  "Work order"
-- col:    since   date   10  "Since"
-- col:    paid    money  12  "Paid in advance"  sum
-- col:    used    money  12  "Used or given back"     sum
-- col:    held    money  12  "Still held"    sum
-- hide:   party_id int
SELECT l.party_id, p.name AS party, ifnull(j.number, '') AS job, min(e.day) AS since, -sum(min(l.amount, 0)) AS paid,
	sum(max(l.amount, 0)) AS used, -sum(l.amount) AS held
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
WHERE l.account_id = 11
GROUP BY l.party_id, l.job_id
HAVING sum(l.amount) <> 0
