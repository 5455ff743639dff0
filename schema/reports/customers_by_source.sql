-- title:  Where customers come from
-- group:  Customers
-- key:    source
-- order:  -spent source
-- param:  since  range  required  default=-1y..today
-- col:    source     choice:word  16  "Source"
-- col:    customers  int     8  "Customers"  sum
-- col:    came       int     8  "Came"  sum
-- col:    spent      money  13  "Spent"  sum
-- chart:  spent
SELECT ifnull(s.title, 'Not known') AS source, count(*) AS customers,
	sum(EXISTS (SELECT 1 FROM job j WHERE j.customer_id = p.id AND j.settled_on IS NOT NULL)) AS came,
	sum((SELECT ifnull(sum(t.total), 0) FROM job j JOIN settlement t ON t.id = j.settlement_id WHERE j.customer_id = p.id)) AS spent
FROM party p LEFT JOIN customer_source s ON s.id = p.source_id
WHERE +p.kind = 'customer' AND p.merged_into IS NULL AND p.since_on BETWEEN :since_from AND :since_to
GROUP BY s.title
