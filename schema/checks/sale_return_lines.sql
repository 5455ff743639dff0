-- title:  A sale return is not the sum of its lines
-- on:     sale_return
SELECT s.id, d.number, s.gross, sum(l.gross) AS lines, s.cost, sum(l.cost) AS lines_cost
FROM sale_return s
JOIN document d ON d.id = s.id
LEFT JOIN sale_return_line l ON l.return_id = s.id
GROUP BY s.id
HAVING s.gross <> ifnull(sum(l.gross), 0) OR s.net <> ifnull(sum(l.net), 0) OR s.tax <> ifnull(sum(l.tax), 0)
	OR s.cost <> ifnull(sum(l.cost), 0)
	OR (SELECT sum(b.gross + b.rounding) FROM sale_return b WHERE b.sale_id = s.sale_id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = b.id)) >
		(SELECT o.total FROM sale o WHERE o.id = s.sale_id)
