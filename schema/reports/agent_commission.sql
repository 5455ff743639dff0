-- title:  What agents of insurers get
-- group:  Customers
-- key:    settled_on id
-- order:  agent settled_on
-- param:  settled  range  filter=settled_on  required  default=m..today
-- col:    agent       text   14  "Agent"
-- col:    insurer     text   18  "Insurer"  drop=110
-- col:    settled_on  date   10  "Settled on"
-- col:    number      code   14  "Work order"
-- col:    plate       plate  10  "Plate"  drop=100
-- col:    paid        money  12  "Insurer pays"  sum
-- col:    rate        rate    8  "Commission"
-- col:    amount      money  11  "Amount"  sum
-- hide:   id int
-- chart:  amount
SELECT x.id, x.agent, x.insurer, x.settled_on, x.number, x.plate, x.paid, x.rate, (x.paid * x.rate + 5000) / 10000 AS amount
FROM (
	SELECT j.id, g.name AS agent, p.name AS insurer, j.settled_on, j.number, v.plate, j.agent_rate AS rate,
		(SELECT ifnull(sum(b.amount), 0) FROM bill b WHERE b.document_id = j.settlement_id AND b.party_id = j.insurer_id) AS paid
	FROM job j
	JOIN insurer_agent g ON g.id = j.agent_id
	JOIN party p ON p.id = j.insurer_id
	JOIN vehicle v ON v.id = j.vehicle_id
	WHERE j.settled_on IS NOT NULL
) x
