-- title:  Work by handover and settlement
-- group:  Money
-- key:    day id
-- order:  day id
-- param:  day  range
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"  explain=booked
-- col:    kind      choice:word  14  "Kind"  drop=90
-- col:    party     text   14  "Party"  drop=70
-- col:    total     money  12  "Amount handed over"  sum
-- col:    cost      money  11  "Cost"  sum right=cost.see drop=100
-- col:    profit    money  11  "Gross profit"  sum right=cost.see drop=110
-- col:    settled_total money  12  "Amount settled"  sum
-- col:    waiting   money  12  "Settled, not handed over"  sum drop=90
-- col:    given_back money  11  "Credited"  sum drop=120
-- col:    income    money  11  "Net income"  sum drop=110
-- hide:   id int
-- hide:   document_id int
SELECT m.document_id AS id, m.document_id, m.day, d.number, k.title AS kind, p.name AS party, sum(m.total) AS total, sum(m.cost) AS cost,
	sum(m.profit) AS profit, sum(m.settled_total) AS settled_total, sum(m.waiting) AS waiting, sum(m.given_back) AS given_back,
	sum(m.income) AS income
FROM workshop_figure m
JOIN document d ON d.id = m.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
WHERE m.day BETWEEN :day_from AND :day_to
GROUP BY m.day, m.document_id
