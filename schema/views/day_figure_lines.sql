-- title:  Behind the figure
-- key:    day id
-- order:  day id
-- param:  pos  int  filter=pos  required
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  explain=booked
-- col:    job     code   14  "Work order"  explain=job_lines
-- col:    party   text   18  "Party"
-- col:    amount  money  12  "Amount"  sum
-- hide:   pos int
-- hide:   id int
-- hide:   document_id int
-- hide:   job_id int
WITH line AS (
	SELECT 1 AS pos, j.id, j.received_on AS day, NULL AS document_id, j.id AS job_id, j.customer_id AS party_id, j.total AS amount
	FROM job j WHERE j.received_on = :today
	UNION ALL
	SELECT 2, j.id, j.settled_on, s.id, j.id, j.customer_id, s.total
	FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.settled_on = :today
	UNION ALL
	SELECT 3, j.id, j.handed_over_on, s.id, j.id, j.customer_id, s.total
	FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.handed_over_on = :today
	UNION ALL
	SELECT 4, d.id, d.day, d.id, d.job_id, d.party_id, sum(t.amount)
	FROM taken t JOIN document d ON d.id = t.document_id WHERE t.day = :today GROUP BY d.id
	UNION ALL
	SELECT 5, j.id, j.received_on, NULL, j.id, j.customer_id, j.total FROM job j WHERE j.state NOT IN ('handed_over', 'cancelled')
	UNION ALL
	SELECT 6, o.id, d.day, d.id, d.job_id, o.party_id, o.amount
	FROM bill_open o JOIN bill b ON b.id = o.id JOIN document d ON d.id = b.document_id
)
SELECT l.pos, l.id, l.day, l.document_id, l.job_id, d.number, j.number AS job, p.name AS party, l.amount
FROM line l
LEFT JOIN document d ON d.id = l.document_id
LEFT JOIN job j ON j.id = l.job_id
LEFT JOIN party p ON p.id = l.party_id
