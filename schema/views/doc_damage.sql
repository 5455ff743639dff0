-- title:  Damage on the outline
-- key:    pos
-- param:  job  ref:jobs  required
-- col:    line  text  78  "Damage"
-- hide:   pos int
-- hide:   id int
WITH
-- The outline of a car seen from above, its front to the left; a mark stands in its place, a dot where there is none.
place (n) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (11), (12), (13), (14), (21), (22), (23), (24)),
marked AS (
	SELECT j.id, p.n, iif(instr(' ' || ifnull(j.damage, ''), ' ' || p.n || 'X'), 'X', '') ||
		iif(instr(' ' || ifnull(j.damage, ''), ' ' || p.n || 'O'), 'O', '') ||
		iif(instr(' ' || ifnull(j.damage, ''), ' ' || p.n || 'C'), 'C', '') ||
		iif(instr(' ' || ifnull(j.damage, ''), ' ' || p.n || 'M'), 'M', '') AS sign
	FROM job j CROSS JOIN place p
	WHERE j.id = :job
), cell AS (
	SELECT id, n, substr(iif(sign = '', '.', sign) || '    ', 1, 4) AS s FROM marked
), at AS (
	SELECT id, max(iif(n = 1, s, '')) AS a1, max(iif(n = 2, s, '')) AS a2, max(iif(n = 3, s, '')) AS a3,
		max(iif(n = 4, s, '')) AS a4, max(iif(n = 5, s, '')) AS a5, max(iif(n = 6, s, '')) AS a6,
		max(iif(n = 7, s, '')) AS a7, max(iif(n = 11, s, '')) AS r1, max(iif(n = 12, s, '')) AS r2,
		max(iif(n = 13, s, '')) AS r3, max(iif(n = 14, s, '')) AS r4, max(iif(n = 21, s, '')) AS l1,
		max(iif(n = 22, s, '')) AS l2, max(iif(n = 23, s, '')) AS l3, max(iif(n = 24, s, '')) AS l4
	FROM cell GROUP BY id
)
SELECT id, 1 AS pos, '            .----11---------12---------13---------14-----.' AS line FROM at
UNION ALL
SELECT id, 2, '           /     ' || r1 || '   |   ' || r2 || '   |   ' || r3 || '   |   ' || r4 || '   \' FROM at
UNION ALL
SELECT id, 3, '          |-------------+----------+----------+-----------|' FROM at
UNION ALL
SELECT id, 4, '    1 ' || a1 || '| 2 ' || substr(a2, 1, 3) || '  3 ' || substr(a3, 1, 3) || '|        4 ' ||
	substr(a4, 1, 3) || '        |5 ' || substr(a5, 1, 3) || ' 6 ' || substr(a6, 1, 3) || '| 7 ' || a7 FROM at
UNION ALL
SELECT id, 5, '          |-------------+----------+----------+-----------|' FROM at
UNION ALL
SELECT id, 6, '           \     ' || l1 || '   |   ' || l2 || '   |   ' || l3 || '   |   ' || l4 || '   /' FROM at
UNION ALL
SELECT id, 7, '            ''----21---------22---------23---------24-----''' FROM at
