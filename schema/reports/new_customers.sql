-- title:  New customers
-- group:  Customers
-- key:    since_on id
-- order:  -since_on -id
-- param:  since  range  filter=since_on  required  default=m..today
-- param:  source  ref:customer_sources  filter=source_id
-- col:    since_on  date   10  "Entered"
-- col:    customer  text   16  "Customer"
-- col:    phone     phone  13  "Phone"
-- col:    source    choice:word  12  "Source"
-- col:    cars      int     5  "Cars"  sum
-- col:    visits    int     6  "Visits"  sum
-- col:    spent     money  11  "Spent"  sum
-- col:    last_on   date   10  "Last visit"  drop=90
-- hide:   id int
-- hide:   source_id int
-- hide:   vehicle_id int
SELECT p.id, (SELECT min(v.id) FROM vehicle v WHERE v.customer_id = p.id) AS vehicle_id, p.since_on, p.name AS customer, p.phone, p.source_id, s.title AS source,
	(SELECT count(*) FROM vehicle v WHERE v.customer_id = p.id) AS cars,
	(SELECT count(*) FROM job j WHERE j.customer_id = p.id AND j.state <> 'cancelled') AS visits,
	(SELECT ifnull(sum(s2.total), 0) FROM job j JOIN settlement s2 ON s2.id = j.settlement_id WHERE j.customer_id = p.id) AS spent,
	(SELECT max(j.received_on) FROM job j WHERE j.customer_id = p.id AND j.state <> 'cancelled') AS last_on
FROM party p LEFT JOIN customer_source s ON s.id = p.source_id
WHERE +p.kind = 'customer' AND p.since_on IS NOT NULL AND p.merged_into IS NULL
