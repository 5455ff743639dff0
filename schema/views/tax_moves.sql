-- title:  Tax by document
-- group:  Money
-- key:    day id
-- id:     id
-- order:  day id
-- param:  day  range  filter=day
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  find explain=booked
-- col:    kind    choice:word  16  "Kind"
-- col:    party   text   18  "Party"  find drop=70
-- col:    output  money  12  "Output tax"  sum
-- col:    input   money  12  "Input tax"   sum
-- hide:   id int
-- hide:   document_id int
SELECT d.id, d.id AS document_id, d.day, d.number, k.title AS kind, p.name AS party, -sum(iif(l.account_id = 12, l.amount, 0)) AS output,
	sum(iif(l.account_id = 13, l.amount, 0)) AS input
FROM document d
JOIN entry e ON e.document_id = d.id
JOIN entry_line l ON l.entry_id = e.id AND l.account_id IN (12, 13)
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
GROUP BY d.id
