-- title:  What a document booked
-- rule:   Debit and credit make the same: each document posts one entry, which is never changed.
-- group:  Money
-- key:    id
-- order:  id
-- param:  document  ref:documents  filter=document_id  required
-- col:    account  code   8  "Account"
-- col:    title    choice:word  20  "Description"
-- col:    party    text   14  "Party"       drop=80
-- col:    job      code   14  "Work order"  drop=90
-- col:    debit    money  12  "Debit"   sum
-- col:    credit   money  12  "Credit"  sum
-- hide:   id int
-- hide:   document_id int
SELECT l.id, e.document_id, a.code AS account, a.title, p.name AS party, j.number AS job, max(l.amount, 0) AS debit,
	max(-l.amount, 0) AS credit
FROM entry e
JOIN entry_line l ON l.entry_id = e.id
JOIN account a ON a.id = l.account_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
