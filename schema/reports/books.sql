-- title:  The books line by line
-- group:  Money
-- key:    id
-- order:  id
-- param:  day  range  filter=day  default=m..today
-- col:    day       date   10  "Day"
-- col:    document  code   14  "Document" explain=booked
-- col:    kind      choice:word  14  "Kind"  drop=100
-- col:    account   code    8  "Account"
-- col:    title     choice:word  18  "Description"
-- col:    debit     money  11  "Debit"       sum
-- col:    credit    money  11  "Credit"      sum
-- col:    party     text   16  "Party"       drop=110
-- col:    job       code   14  "Work order"  drop=110
-- hide:   id int
-- hide:   entry_id int
-- hide:   class code
-- hide:   party_id int
-- hide:   party_kind code
-- hide:   person text
-- hide:   amount int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, l.entry_id, l.party_id, l.amount, e.day, d.number AS document, k.title AS kind, a.code AS account, a.title,
	a.class, p.name AS party, p.kind AS party_kind, j.number AS job, u.title AS person, max(l.amount, 0) AS debit,
	max(-l.amount, 0) AS credit
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN document d ON d.id = e.document_id
JOIN document_kind k ON k.id = d.kind_id
JOIN account a ON a.id = l.account_id
JOIN user u ON u.id = d.user_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
