-- title:  Ledger of an account
-- group:  Money
-- key:    entry_id id
-- order:  entry_id id
-- param:  account  ref:accounts  filter=account_id  required
-- param:  day      range
-- param:  party    ref:parties   filter=party_id
-- col:    day       date   10  "Day"
-- col:    document  code   14  "Document" explain=booked
-- col:    kind      choice:word  14  "Kind"
-- col:    party     text   16  "Party"       drop=90
-- col:    job       code   14  "Work order"  drop=90
-- col:    debit     money  11  "Debit"   sum
-- col:    credit    money  11  "Credit"  sum
-- hide:   id int
-- hide:   entry_id int
-- hide:   account_id int
-- hide:   party_id int
-- hide:   document_id int
WITH span AS ( -- an account's lines lie in the order of their entries: no entry of these days is outside
	SELECT iif(:day_from > (SELECT min(day) FROM entry), (SELECT min(id) FROM entry WHERE day BETWEEN :day_from AND :day_to), 0) AS since,
		iif(:day_to < (SELECT max(day) FROM entry), (SELECT max(id) FROM entry WHERE day BETWEEN :day_from AND :day_to),
			9223372036854775807) AS until
)
SELECT l.id, l.entry_id, d.id AS document_id, l.account_id, l.party_id, e.day, d.number AS document, k.title AS kind, p.name AS party, j.number AS job,
	max(l.amount, 0) AS debit, max(-l.amount, 0) AS credit
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN document d ON d.id = e.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
WHERE e.day BETWEEN :day_from AND :day_to AND l.entry_id BETWEEN (SELECT since FROM span) AND (SELECT until FROM span)
