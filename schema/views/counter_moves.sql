-- title:  Counter sales by document
-- group:  Money
-- key:    day id
-- order:  day id
-- param:  day  range  filter=day
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"  explain=booked
-- col:    kind      choice:word  14  "Kind"  drop=90
-- col:    party     text   14  "Party"  drop=70
-- col:    goods     money  11  "Goods"  sum drop=110
-- col:    fees      money  10  "Fees"  sum drop=120
-- col:    discount  money  10  "Discount"  sum drop=100
-- col:    rounding  money  8  "Rounding"  sum drop=130
-- col:    sold      money  11  "Sold"  sum drop=70
-- col:    returned  money  11  "Goods back"  sum drop=70
-- col:    total     money  12  "Total"  sum
-- col:    net       money  12  "Net"  sum drop=90
-- col:    tax       money  10  "Tax"  sum drop=120
-- col:    cost      money  12  "Cost"  sum right=cost.see drop=140
-- col:    profit    money  12  "Gross profit"  sum right=cost.see drop=140
-- hide:   id int
-- hide:   document_id int
SELECT m.document_id AS id, m.document_id, m.day, d.number, k.title AS kind, p.name AS party, m.goods, m.fees, m.discount, m.rounding, m.sold, m.returned, m.sold - m.returned AS total, m.net, m.tax, m.cost,
	m.net + m.rounding - m.cost AS profit
FROM counter_move m
JOIN document d ON d.id = m.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
