-- title:  Behind the owner's figure
-- key:    day id
-- order:  day id
-- param:  pos  int  filter=pos  required
-- param:  who  int  filter=who  required
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  explain=booked
-- col:    job     code   14  "Work order"  explain=job_lines
-- col:    party   text   18  "Party"
-- col:    amount  money  12  "Amount"  sum
-- hide:   pos int
-- hide:   who int
-- hide:   id int
-- hide:   document_id int
-- hide:   job_id int
-- right:  report.owner
WITH since AS (
	SELECT unixepoch(:today * 86400, 'unixepoch', 'start of month') / 86400 AS month
), settled AS NOT MATERIALIZED (
	SELECT j.id, j.settled_on AS day, s.id AS document_id, j.customer_id AS party_id, s.total AS amount
	FROM job j JOIN settlement s ON s.id = j.settlement_id
), line AS (
	SELECT 1 AS pos, 0 AS who, id, day, document_id, id AS job_id, party_id, amount FROM settled WHERE day = :today
	UNION ALL
	SELECT 2, 0, id, day, document_id, id, party_id, amount FROM settled WHERE day BETWEEN (SELECT month FROM since) AND :today
	UNION ALL
	SELECT 3, 0, d.id, d.day, d.id, d.job_id, d.party_id, sum(t.amount)
	FROM taken t JOIN document d ON d.id = t.document_id WHERE t.day = :today GROUP BY d.id
	UNION ALL
	SELECT 4, 0, d.id, d.day, d.id, d.job_id, d.party_id, sum(t.amount)
	FROM taken t JOIN document d ON d.id = t.document_id WHERE t.day BETWEEN (SELECT month FROM since) AND :today GROUP BY d.id
	UNION ALL
	SELECT 5, 0, j.id, j.received_on, NULL, j.id, j.customer_id, j.total FROM job j WHERE j.state NOT IN ('handed_over', 'cancelled')
	UNION ALL
	SELECT 6, 0, o.id, d.day, d.id, d.job_id, o.party_id, o.amount
	FROM bill_open o JOIN bill b ON b.id = o.id JOIN document d ON d.id = b.document_id
	UNION ALL
	SELECT 10, ifnull(l.technician_id, 0), c.id, c.day, c.document_id, c.id, c.party_id, sum(s.amount - s.discount)
	FROM settled c
	JOIN settlement_line s ON s.settlement_id = c.document_id AND s.kind = 'labour'
	JOIN job_line l ON l.id = s.job_line_id
	WHERE c.day BETWEEN (SELECT month FROM since) AND :today
	GROUP BY 2, c.id
	UNION ALL
	SELECT 11, party_id, id, day, document_id, id, party_id, amount FROM settled WHERE day BETWEEN (SELECT month FROM since) AND :today
)
SELECT l.pos, l.who, l.id, l.day, l.document_id, l.job_id, d.number, j.number AS job, p.name AS party, l.amount
FROM line l
LEFT JOIN document d ON d.id = l.document_id
LEFT JOIN job j ON j.id = l.job_id
LEFT JOIN party p ON p.id = l.party_id
