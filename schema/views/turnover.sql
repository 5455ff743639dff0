-- title:  Turnover by document
-- group:  Money
-- key:    day id
-- id:     id
-- order:  day id
-- param:  day         range               filter=day
-- param:  department  choice:department   filter=department
-- col:    day         date   10  "Day"
-- col:    number      code   14  "Number" explain=booked
-- col:    department  choice:department  10  "Department"
-- col:    party       text   18  "Party"
-- col:    gross       money  12  "Amount"  sum
-- col:    net         money  12  "Net"     sum drop=90
-- col:    cost        money  12  "Cost"    sum right=cost.see drop=100
-- col:    profit      money  12  "Gross profit"  sum right=cost.see drop=110
-- hide:   id int
-- hide:   document_id int
SELECT t.id, t.id AS document_id, t.day, t.number, iif(t.department = 1, 'workshop', 'counter') AS department, p.name AS party, t.gross, t.net, t.cost,
	t.net - t.cost AS profit
FROM turnover_line t LEFT JOIN party p ON p.id = t.party_id
