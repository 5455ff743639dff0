-- title:  Till so far
-- key:    document_id
-- right:  till.x
-- param:  document  ref:documents  filter=document_id  required
-- col:    till          choice:word  12  "Till"
-- col:    opened_at     time  16  "Opened"
-- col:    opened_by     text  10  "By"
-- col:    closed_at     time  16  "Closed"
-- col:    float_amount  money 12  "Float"
-- col:    receipts      int    6  "Number of receipts"
-- col:    taken         money 12  "Taken"
-- col:    refunds       int    6  "Number of refunds"
-- col:    paid_out      money 12  "Paid out"
-- col:    moves_in      money 12  "Paid in"
-- col:    moves_out     money 12  "Taken out"
-- col:    cash          money 12  "Cash expected"
-- col:    change        money 12  "Change given"
-- hide:   document_id int
SELECT s.open_document_id AS document_id, t.title AS till, s.opened_at, o.title AS opened_by, s.closed_at, s.float_amount,
	(SELECT count(DISTINCT y.document_id) FROM payment y WHERE y.shift_id = s.id AND y.amount > 0) AS receipts,
	(SELECT ifnull(sum(y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.amount > 0) AS taken,
	(SELECT count(DISTINCT y.document_id) FROM payment y WHERE y.shift_id = s.id AND y.amount < 0) AS refunds,
	(SELECT ifnull(-sum(y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.amount < 0) AS paid_out,
	(SELECT ifnull(sum(x.amount), 0) FROM till_move x WHERE x.shift_id = s.id AND x.amount > 0) AS moves_in,
	(SELECT ifnull(-sum(x.amount), 0) FROM till_move x WHERE x.shift_id = s.id AND x.amount < 0) AS moves_out,
	s.float_amount
		+ ifnull((SELECT sum(y.amount) FROM payment y WHERE y.shift_id = s.id AND y.method_id = 1), 0)
		+ ifnull((SELECT sum(x.amount) FROM till_move x WHERE x.shift_id = s.id), 0) AS cash,
	(SELECT ifnull(sum(y.tendered - y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.tendered > 0) AS change
FROM till_shift s
JOIN till t ON t.id = s.till_id
JOIN user o ON o.id = s.opened_by
