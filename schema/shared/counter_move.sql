-- Sales at the counter, goods that came back, and the reversals of both.
CREATE VIEW counter_move AS
SELECT d.id AS document_id, d.day, 1 AS sales, s.goods, s.fees, s.discount, s.rounding, s.total AS sold, 0 AS returned, s.net, s.tax, s.cost
FROM document d JOIN sale s ON s.id = d.id WHERE d.kind_id = 80
UNION ALL
SELECT d.id, d.day, -1, -s.goods, -s.fees, -s.discount, -s.rounding, -s.total, 0, -s.net, -s.tax, -s.cost
FROM document d JOIN sale s ON s.id = d.reverses_id WHERE d.kind_id = 12
UNION ALL
SELECT d.id, d.day, 0, 0, 0, 0, -r.rounding, 0, r.total, r.fee_net - r.net, r.fee - r.fee_net - r.tax, -r.cost
FROM document d JOIN sale_return r ON r.id = d.id WHERE d.kind_id = 81
UNION ALL
SELECT d.id, d.day, 0, 0, 0, 0, r.rounding, 0, -r.total, r.net - r.fee_net, r.tax - r.fee + r.fee_net, r.cost
FROM document d JOIN sale_return r ON r.id = d.reverses_id WHERE d.kind_id = 12;
