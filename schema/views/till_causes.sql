-- title:  What a difference may come from
-- group:  Money
-- key:    id cause at
-- order:  id
-- param:  closing  ref:closings  filter=closing_id  required
-- col:    method      choice:word  10  "Method"
-- col:    difference  money  10  "Difference"
-- col:    cause       choice:till_cause  28  "May come from"
-- col:    number      code   14  "Document"
-- col:    amount      money  11  "Amount"
-- col:    at          time   11  "Time"   drop=100
-- hide:   id int
-- hide:   closing_id int
-- hide:   document_id int
WITH off AS (
	SELECT n.id, n.document_id AS closing_id, n.shift_id, n.method_id, m.title AS method, n.difference
	FROM till_count n
	JOIN pay_method m ON m.id = n.method_id
	WHERE n.difference <> 0
), moved AS (
	SELECT y.shift_id, y.method_id, y.document_id, y.amount FROM payment y WHERE y.shift_id IS NOT NULL
	UNION ALL
	SELECT x.shift_id, 1, x.document_id, x.amount FROM till_move x
)
SELECT o.id, o.closing_id, o.method, o.difference, iif(abs(v.amount) = abs(o.difference), 'once', 'twice') AS cause,
	v.document_id, d.number, v.amount, d.at
FROM off o
JOIN moved v ON v.shift_id = o.shift_id AND v.method_id = o.method_id AND abs(o.difference) IN (abs(v.amount), 2 * abs(v.amount))
JOIN document d ON d.id = v.document_id
UNION ALL
SELECT o.id, o.closing_id, o.method, o.difference, 'method', v.document_id, d.number, v.amount, d.at
FROM off o
JOIN off x ON x.shift_id = o.shift_id AND x.difference = -o.difference AND x.id <> o.id
JOIN moved v ON v.shift_id = o.shift_id AND v.method_id IN (o.method_id, x.method_id) AND abs(v.amount) = abs(o.difference)
JOIN document d ON d.id = v.document_id
UNION ALL
SELECT o.id, o.closing_id, o.method, o.difference, 'digits', o.closing_id, d.number, o.difference, d.at
FROM off o
JOIN document d ON d.id = o.closing_id
WHERE o.difference % 9 = 0
