-- title:  Petty cash book
-- group:  Money
-- key:    id
-- order:  id
-- param:  day  range  required  default=m..today
-- col:    day      date  10  "Day"
-- col:    number   code  14  "Number" explain=booked
-- col:    kind     choice:word  14  "Kind"  drop=110
-- col:    payee    text  14  "Paid to"
-- col:    came     money 11  "In"   sum
-- col:    went     money 11  "Out"  sum
-- col:    balance  money 11  "In the box"
-- hide:   id int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, e.day, d.number, k.title AS kind, ifnull(x.payee, '') AS payee, max(l.amount, 0) AS came, max(-l.amount, 0) AS went,
	(SELECT sum(b.amount) FROM entry_line b WHERE b.account_id = 75 AND b.id <= l.id) AS balance
FROM entry_line l
JOIN entry e ON e.id = l.entry_id
JOIN document d ON d.id = e.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN expense x ON x.id = d.id
WHERE l.account_id = 75 AND e.day BETWEEN :day_from AND :day_to
