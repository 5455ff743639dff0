-- title:  How the price came about
-- key:    pos
-- order:  pos
-- param:  line  ref:job_lines  required
-- col:    step    choice:word  24  "Step"
-- col:    detail  choice:word  26  "Because of"
-- col:    share   rate    8  "Share"
-- col:    amount  money  11  "Price"
-- hide:   pos int
-- watch:  job_line
WITH line AS (
	SELECT l.*, j.customer_id, j.repair_mode_id, m.title AS mode, m.parts_from,
		iif(l.labour_id IS NULL, m.parts_factor, m.labour_factor) AS factor,
		(SELECT o.price FROM mode_price o WHERE o.mode_id = m.id AND o.part_id = l.part_id) AS own_part,
		(SELECT o.price FROM mode_price o WHERE o.mode_id = m.id AND o.labour_id = l.labour_id) AS own_labour
	FROM job_line l JOIN job j ON j.id = l.job_id JOIN repair_mode m ON m.id = j.repair_mode_id WHERE l.id = :line
)
SELECT 1 AS pos, 'List price' AS step, ifnull(p.code, w.code) AS detail, NULL AS share, l.list_price AS amount
FROM line l LEFT JOIN part p ON p.id = l.part_id LEFT JOIN labour w ON w.id = l.labour_id
WHERE l.rule_price IS NOT NULL
UNION ALL
SELECT 2, CASE WHEN ifnull(own_part, own_labour) IS NOT NULL THEN 'The mode''s own price'
	WHEN parts_from = 'cost' AND part_id IS NOT NULL THEN 'From what it cost' ELSE 'Share of the list' END,
	mode, iif(ifnull(own_part, own_labour) IS NOT NULL OR parts_from = 'cost' AND part_id IS NOT NULL, NULL, factor), rule_price
FROM line WHERE rule_price IS NOT NULL
UNION ALL
SELECT 3, 'Agreed in words', NULL, NULL, list_price FROM line WHERE rule_price IS NULL AND free_reason IS NULL
UNION ALL
SELECT 4, 'Given by hand', (SELECT title FROM user WHERE id = l.priced_by),
	iif(ifnull(rule_price, list_price) = 0, NULL, muldiv(price, 10000, ifnull(rule_price, list_price))), price
FROM line l WHERE price <> ifnull(rule_price, list_price) AND free_reason IS NULL
UNION ALL
SELECT 5, 'Free of charge', free_reason, NULL, 0 FROM line WHERE free_reason IS NOT NULL
UNION ALL
SELECT 6, 'Discount at settlement', d.number, NULL, -s.discount
FROM line l CROSS JOIN document d ON d.job_id = l.job_id CROSS JOIN settlement_line s ON s.settlement_id = d.id AND s.job_line_id = l.id
WHERE s.discount <> 0
UNION ALL
SELECT * FROM (
	SELECT 7, 'Last time, this customer', h.number, NULL, b.price
	FROM line l CROSS JOIN job h ON h.customer_id = l.customer_id AND h.id < l.job_id CROSS JOIN job_line b ON b.job_id = h.id
	WHERE (b.part_id = l.part_id OR b.labour_id = l.labour_id) AND b.state = 'on' ORDER BY h.id DESC LIMIT 1)
