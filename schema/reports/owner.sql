-- title:  The owner's figures
-- rule:   What was settled and taken today and since the first of the month; what is open stands as it is now.
-- group:  Money
-- key:    pos rank
-- col:    figure  choice:word  16  "Figure"
-- col:    name    text          6  "Who"
-- col:    count   int           4  "Num."
-- col:    amount  money        10  "Amount"  explain=owner_lines.amount
-- hide:   pos int
-- hide:   rank int
-- hide:   who int
-- watch:  job document vehicle reminder
WITH ahead AS (SELECT :today + ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'remind.ahead_days'), 14) AS day),
month AS (SELECT unixepoch(strftime('%Y-%m-01', :today * 86400, 'unixepoch')) / 86400 AS from_on)
SELECT 1 AS pos, 0 AS rank, 'Repaired today' AS figure, '' AS name, count(*) AS count, ifnull(sum(s.total), 0) AS amount, 0 AS who
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.settled_on = :today
UNION ALL
SELECT 2, 0, 'Repaired, month', '', count(*), ifnull(sum(s.total), 0), 0
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.settled_on BETWEEN (SELECT from_on FROM month) AND :today
UNION ALL
SELECT 3, 0, 'Taken today', '', count(DISTINCT document_id), ifnull(sum(amount), 0), 0 FROM taken WHERE day = :today
UNION ALL
SELECT 4, 0, 'Taken, month', '', count(DISTINCT document_id), ifnull(sum(amount), 0), 0 FROM taken WHERE day BETWEEN (SELECT from_on FROM month) AND :today
UNION ALL
SELECT 5, 0, 'In the house', '', count(*), ifnull(sum(total), 0), 0 FROM job WHERE state NOT IN ('handed_over', 'cancelled')
UNION ALL
SELECT 6, 0, 'Customers owe', '', count(*), ifnull(sum(amount), 0), 0 FROM bill_open
UNION ALL
SELECT 7, 0, 'Reminders open', '', count(*), NULL, 0 FROM reminder WHERE state = 'open' AND due_on <= (SELECT day FROM ahead)
UNION ALL
SELECT 8, 0, 'Inspections due', '', count(*), NULL, 0 FROM vehicle
WHERE inspection_due_on BETWEEN :today - 30 AND (SELECT day FROM ahead)
UNION ALL
SELECT 9, 0, 'Insurance due', '', count(*), NULL, 0 FROM vehicle
WHERE insurance_due_on BETWEEN :today - 30 AND (SELECT day FROM ahead)
UNION ALL
SELECT * FROM (
	SELECT 10, row_number() OVER (ORDER BY sum(s.amount - s.discount) DESC, u.id), 'Labour, month', ifnull(u.title, '-') AS name, count(DISTINCT j.id), sum(s.amount - s.discount) AS amount, ifnull(u.id, 0) AS who
	FROM job j
	JOIN settlement_line s ON s.settlement_id = j.settlement_id AND s.kind = 'labour'
	JOIN job_line l ON l.id = s.job_line_id
	LEFT JOIN user u ON u.id = l.technician_id
	WHERE j.settled_on BETWEEN (SELECT from_on FROM month) AND :today
	GROUP BY u.id ORDER BY 2 LIMIT 12)
UNION ALL
SELECT * FROM (
	SELECT 11, row_number() OVER (ORDER BY sum(s.total) DESC, p.id), 'Spent, month', p.name, count(*), sum(s.total) AS amount, p.id AS who
	FROM job j JOIN settlement s ON s.id = j.settlement_id JOIN party p ON p.id = j.customer_id
	WHERE j.settled_on BETWEEN (SELECT from_on FROM month) AND :today
	GROUP BY p.id ORDER BY 2 LIMIT 10)
