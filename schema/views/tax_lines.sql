-- title:  Tax by document and rate
-- group:  Money
-- key:    day id pos rate
-- order:  day id pos rate
-- param:  day   range
-- param:  pos   int    filter=pos
-- param:  rate  rate   filter=rate
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  explain=booked
-- col:    kind    choice:word  14  "Kind" drop=90
-- col:    party   text   14  "Party"  drop=70
-- col:    rate    rate    8  "Tax rate"  drop=110
-- col:    gross   money  12  "Amount"  sum drop=60
-- col:    net     money  12  "Net"     sum
-- col:    tax     money  11  "Tax"     sum
-- hide:   id int
-- hide:   pos int
-- hide:   document_id int
SELECT d.id, d.id AS document_id, t.pos, t.day, d.number, k.title AS kind, p.name AS party, ifnull(t.rate, 0) AS rate, sum(t.net + t.tax) AS gross,
	sum(t.net) AS net, sum(t.tax) AS tax
FROM tax_line t
JOIN document d ON d.id = t.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
WHERE t.day BETWEEN :day_from AND :day_to
GROUP BY t.day, d.id, t.pos, ifnull(t.rate, 0)
