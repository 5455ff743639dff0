-- title:  Bought in the same days last year
-- group:  Stock
-- key:    code
-- param:  day  range  required  default=today..+30
-- col:    code      code  14  "Part"
-- col:    name      text  20  "Description"
-- col:    bought    qty   10  "Bought then"
-- col:    amount    money 12  "Amount then"  sum right=cost.see drop=110
-- col:    used      qty   10  "Used then"
-- col:    on_hand   qty   10  "On hand"
-- col:    to_come   qty   10  "To come"  drop=90
-- col:    to_order  qty   10  "To order"
WITH bought AS (
	SELECT l.part_id, sum(iif(l.returns_id IS NULL, l.qty, -l.qty)) AS qty,
		sum(iif(l.returns_id IS NULL, l.amount, -l.amount)) AS amount
	FROM document d JOIN purchase_line l ON l.document_id = d.id
	WHERE d.day BETWEEN :day_from - 365 AND :day_to - 365 AND d.kind_id IN (10, 70)
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
	GROUP BY l.part_id
), used AS (
	SELECT m.part_id, -sum(m.qty) AS qty FROM stock_move m JOIN document d ON d.id = m.document_id
	WHERE m.day BETWEEN :day_from - 365 AND :day_to - 365 AND d.kind_id <> 70 AND (m.qty < 0 OR m.returns_id IS NOT NULL)
	GROUP BY m.part_id
), figure AS (
	SELECT p.code, p.name, ifnull(b.qty, 0) AS bought, ifnull(b.amount, 0) AS amount, ifnull(u.qty, 0) AS used,
		ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) AS on_hand,
		ifnull((SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
			WHERE l.part_id = p.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')), 0) AS to_come
	FROM part p LEFT JOIN bought b ON b.part_id = p.id LEFT JOIN used u ON u.part_id = p.id
	WHERE b.part_id IS NOT NULL OR u.part_id IS NOT NULL
)
SELECT code, name, bought, amount, used, on_hand, to_come, max(max(bought, used) - on_hand - to_come, 0) AS to_order FROM figure
