-- title:  Behind a party's balance
-- group:  Money
-- key:    id
-- order:  id
-- param:  party  ref:parties  required
-- param:  entry  int  required
-- col:    day       date   10  "Day"
-- col:    kind      choice:word  16  "Kind"
-- col:    document  code   14  "Document" explain=booked
-- col:    amount    money  14  "Amount"  sum
-- hide:   id int
-- hide:   document_id int
SELECT e.id, e.day, k.title AS kind, d.number AS document, e.document_id AS document_id, sum(l.amount) AS amount
FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN document d ON d.id = e.document_id JOIN document_kind k ON k.id = d.kind_id
WHERE l.account_id IN (6, 11) AND l.party_id IN (SELECT id FROM party WHERE id = :party OR merged_into = :party) AND e.id <= :entry
GROUP BY e.id
HAVING d.kind_id NOT IN (50, 51) OR sum(l.amount) <> 0
