-- title:  Money of customers by document
-- group:  Money
-- key:    day id
-- id:     id
-- order:  day id
-- param:  day  range
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number" explain=booked
-- col:    kind    choice:word  14  "Kind"
-- col:    party   text   18  "Party"  drop=70
-- col:    amount  money  12  "Amount"  sum
-- hide:   id int
-- hide:   document_id int
SELECT d.id, d.id AS document_id, f.day, d.number, k.title AS kind, p.name AS party, f.receipts AS amount
FROM figure_line f
JOIN document d ON d.id = f.id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
WHERE f.day BETWEEN :day_from AND :day_to AND f.receipts <> 0
