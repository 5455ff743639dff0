-- What the workshop did, each fact on its own day.
CREATE VIEW workshop_figure AS
SELECT x.*, strftime('%Y-%m', x.day * 86400, 'unixepoch') AS month
FROM (
	-- by handover; what was given back of these jobs is off their cost and profit, whenever that was
	SELECT j.handed_over_on AS day, s.id AS document_id, 1 AS cars, s.total, s.cost - ifnull(c.cost, 0) AS cost,
		s.net + s.rounding - s.cost - ifnull(c.profit, 0) AS profit, 0 AS settled, 0 AS settled_total,
		0 AS waiting, 0 AS given_back, 0 AS income
	FROM job j JOIN settlement s ON s.id = j.settlement_id LEFT JOIN settlement_credited c ON c.settlement_id = s.id
	UNION ALL
	-- by settlement, and of these what has not left
	SELECT j.settled_on, s.id, 0, 0, 0, 0, 1, s.total, iif(j.handed_over_on IS NULL, s.total, 0), 0, 0
	FROM job j JOIN settlement s ON s.id = j.settlement_id
	UNION ALL
	SELECT d.day, d.id, 0, 0, 0, 0, 0, 0, 0, c.total, 0
	FROM credit c JOIN document d ON d.id = c.id
	WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.id)
	-- what the books call income: by document, a reopened settlement counts on its day and back on the day it was reopened
	UNION ALL
	SELECT d.day, d.id, 0, 0, 0, 0, 0, 0, 0, 0, iif(d.id = s.id, 1, -1) * (s.net + s.rounding)
	FROM document d JOIN settlement s ON s.id IN (d.id, d.reverses_id)
	UNION ALL
	SELECT d.day, d.id, 0, 0, 0, 0, 0, 0, 0, 0, iif(d.id = c.id, -1, 1) * (c.net + c.rounding - ifnull((SELECT sum(l.net) FROM credit_line l
		JOIN settlement_line s ON s.id = l.settlement_line_id AND s.passed = 1 WHERE l.credit_id = c.id), 0))
	FROM document d JOIN credit c ON c.id IN (d.id, d.reverses_id)) x;
