-- title:  Purchases by document
-- group:  Money
-- key:    day id
-- order:  day id
-- param:  day  range  filter=day
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"  explain=booked
-- col:    kind      choice:word  14  "Kind"  drop=90
-- col:    party     text   14  "Party"  drop=70
-- col:    bought    money  12  "Bought"  sum
-- col:    returned  money  11  "Goods back"  sum drop=80
-- col:    net       money  12  "Net bought"  sum drop=90
-- col:    freight   money  10  "Freight"  sum drop=100
-- col:    corrected money  11  "By invoice"  sum drop=110
-- col:    paid      money  12  "Paid"  sum
-- hide:   id int
-- hide:   document_id int
-- hide:   supplier_id int
SELECT m.document_id AS id, m.document_id, m.party_id AS supplier_id, m.day, d.number, k.title AS kind, p.name AS party, m.bought, m.returned, m.bought - m.returned + m.corrected AS net, m.freight, m.corrected, m.paid
FROM purchase_figure m
JOIN document d ON d.id = m.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
