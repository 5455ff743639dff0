-- title:  Ledger of an account
-- group:  Money
-- key:    id
-- order:  id
-- param:  account  ref:accounts  filter=account_id  required
-- param:  day      range         filter=day
-- param:  party    ref:parties   filter=party_id
-- col:    day       date   10  "Day"
-- col:    document  code   14  "Document" explain=booked
-- col:    kind      choice:word  14  "Kind"
-- col:    party     text   16  "Party"       drop=90
-- col:    job       code   14  "Work order"  drop=90
-- col:    debit     money  11  "Debit"   sum
-- col:    credit    money  11  "Credit"  sum
-- hide:   id int
-- hide:   account_id int
-- hide:   party_id int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, l.account_id, l.party_id, e.day, d.number AS document, k.title AS kind, p.name AS party, j.number AS job,
	max(l.amount, 0) AS debit, max(-l.amount, 0) AS credit
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN document d ON d.id = e.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
