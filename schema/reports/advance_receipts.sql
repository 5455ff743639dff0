-- title:  Advances taken, used and given back
-- rule:   Every line posted to the account of advances received.
-- group:  Money
-- key:    id
-- order:  id
-- param:  day    range        filter=day  required  default=m..today
-- param:  party  ref:parties  filter=party_id
-- param:  job    ref:jobs     filter=job_id
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number" explain=booked
-- col:    kind    choice:word  14  "Kind"
-- col:    party   text   16  "Customer"
-- col:    job     code   14  "Work order"  drop=90
-- col:    came    money  11  "Taken"  sum
-- col:    went    money  11  "Used or given back"  sum
-- hide:   id int
-- hide:   party_id int
-- hide:   job_id int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, l.party_id, ifnull(l.job_id, 0) AS job_id, e.day, d.number, k.title AS kind, p.name AS party, j.number AS job, max(-l.amount, 0) AS came,
	max(l.amount, 0) AS went
FROM entry e
JOIN entry_line l ON l.entry_id = e.id
JOIN document d ON d.id = e.document_id
JOIN document_kind k ON k.id = d.kind_id
JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
WHERE l.account_id = 11
