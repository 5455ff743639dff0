-- title:  Deposits on things
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  thing
-- order:  -id
-- param:  party  ref:parties  filter=party_id
-- param:  day    range        filter=day
-- col:    day      date   10  "Day"
-- col:    number   code   14  "Number"    find explain=booked
-- col:    party    text   14  "Customer"  find
-- col:    kind     choice:word  10  "For what"  drop=90
-- col:    thing    text   16  "The thing"  find
-- col:    amount   money  10  "Amount"  drop=100
-- col:    held     money  10  "Lies here"  sum explain=deposit_backs
-- col:    job      code   14  "Work order"  drop=110
-- hide:   id int
-- hide:   deposit int
-- hide:   party_id int
-- hide:   open int
-- watch:  deposit deposit_back document
-- hide:   document_id int
SELECT t.id, t.id AS document_id, t.id AS deposit, t.party_id, d.day, d.number, p.name AS party, k.title AS kind, t.thing, t.amount, j.number AS job,
	iif(EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = t.id), 0, t.amount - ifnull((SELECT sum(b.amount + b.kept)
		FROM deposit_back b WHERE b.deposit_id = t.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.id)), 0)) AS held,
	iif(EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = t.id), 0, t.amount - ifnull((SELECT sum(b.amount + b.kept)
		FROM deposit_back b WHERE b.deposit_id = t.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.id)), 0)) > 0 AS open
FROM deposit t
JOIN document d ON d.id = t.id
JOIN party p ON p.id = t.party_id
JOIN thing_kind k ON k.id = t.kind_id
LEFT JOIN job j ON j.id = t.job_id
