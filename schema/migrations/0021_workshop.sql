-- The workshop, whole: what was given back of a settlement.

-- Credits that stand, by settlement; what was collected for others is no income of the shop and comes off neither.
CREATE VIEW settlement_credited AS
SELECT k.settlement_id, sum(k.total) AS total, sum(k.cost) AS cost,
	sum(k.net + k.rounding - k.cost - ifnull((SELECT sum(l.net) FROM credit_line l
		JOIN settlement_line z ON z.id = l.settlement_line_id AND z.passed = 1 WHERE l.credit_id = k.id), 0)) AS profit
FROM credit k
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = k.id)
GROUP BY k.settlement_id;
