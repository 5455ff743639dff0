-- title:  Comebacks by technician, part and cause
-- group:  Workshop
-- key:    pos name
-- param:  period  range  required  default=m..today
-- col:    basis   choice:word  14  "By"
-- col:    name    choice:word  24  "What"
-- col:    lines   int     8  "Lines"
-- col:    jobs    int     8  "Work orders"
-- col:    rework  int     8  "Our fault"
-- col:    cost    money  12  "Cost"  right=cost.see
-- hide:   pos int
-- chart:  lines
WITH back AS (
	SELECT l.id, l.job_id, c.bears, c.cause, u.title AS technician, ifnull(p.name, w.name) AS item,
		ifnull((SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = l.job_id AND m.job_line_id = l.id), 0) AS cost
	FROM comeback c
	JOIN job_line l ON l.id = c.id AND l.state <> 'dropped'
	JOIN job j ON j.id = c.job_id
	LEFT JOIN job_line o ON o.id = c.first_line_id
	LEFT JOIN user u ON u.id = o.technician_id
	LEFT JOIN part p ON p.id = l.part_id
	LEFT JOIN labour w ON w.id = l.labour_id
	WHERE j.received_on BETWEEN :period_from AND :period_to)
SELECT 1 AS pos, 'Technician' AS basis, technician AS name, count(*) AS lines, count(DISTINCT job_id) AS jobs,
	sum(bears = 'rework') AS rework, sum(cost) AS cost
FROM back WHERE technician IS NOT NULL GROUP BY technician
UNION ALL
SELECT 2, 'Item', ifnull(item, '-'), count(*), count(DISTINCT job_id), sum(bears = 'rework'), sum(cost) FROM back GROUP BY item
UNION ALL
SELECT 3, 'Cause', CASE cause WHEN 'work' THEN 'Work' WHEN 'part' THEN 'Part' WHEN 'use' THEN 'Use by the customer' ELSE 'Not known' END,
	count(*), count(DISTINCT job_id), sum(bears = 'rework'), sum(cost)
FROM back GROUP BY cause
