-- Settlements and their reversals.
CREATE VIEW settled_move AS
SELECT d.id AS document_id, d.day, 1 AS jobs, s.labour, s.parts, s.fees, s.discount, s.rounding, s.total, s.net, s.tax, s.cost,
	s.net + s.rounding - s.cost AS profit
FROM document d JOIN settlement s ON s.id = d.id WHERE d.kind_id = 4
UNION ALL
SELECT d.id, d.day, -1, -s.labour, -s.parts, -s.fees, -s.discount, -s.rounding, -s.total, -s.net, -s.tax, -s.cost,
	s.cost - s.net - s.rounding
FROM document d JOIN settlement s ON s.id = d.reverses_id WHERE d.kind_id = 12;
