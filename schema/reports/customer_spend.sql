-- title:  What customers spent
-- group:  Customers
-- key:    id
-- order:  -total | customer
-- param:  day  range  required  default=-1y..today
-- col:    customer  text   20  "Customer"
-- col:    phone     phone  13  "Phone"
-- col:    jobs      int     6  "Visits"  sum
-- col:    total     money  12  "Total"   sum
-- col:    last_on   date   10  "Last visit"
-- hide:   id int
SELECT p.id, p.name AS customer, p.phone, count(*) AS jobs, sum(s.total) AS total, max(j.received_on) AS last_on
FROM job j
JOIN settlement s ON s.id = j.settlement_id
JOIN party p ON p.id = j.customer_id
WHERE j.settled_on BETWEEN :day_from AND :day_to
GROUP BY p.id
