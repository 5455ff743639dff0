-- title:  Till closing
-- key:    document_id
-- param:  document  ref:documents  filter=document_id  required
-- col:    till          choice:word  12  "Till"
-- col:    opened_at     time  16  "Opened"
-- col:    opened_by     text  10  "By"
-- col:    closed_at     time  16  "Closed"
-- col:    closed_by     text  10  "By"
-- col:    float_amount  money 12  "Float"
-- col:    receipts      int    6  "Number of receipts"
-- col:    taken         money 12  "Taken"
-- col:    refunds       int    6  "Number of refunds"
-- col:    paid_out      money 12  "Paid out"
-- col:    moves_in      money 12  "Paid in"
-- col:    moves_out     money 12  "Taken out"
-- col:    change        money 12  "Change given"
-- col:    expected      money 12  "Expected"
-- col:    counted       money 12  "Counted"
-- col:    difference    money 12  "Over and short"
-- col:    seal          text  16  "Head of the journal"
-- hide:   document_id int
SELECT s.close_document_id AS document_id, t.title AS till, s.opened_at, o.title AS opened_by, s.closed_at,
	c.title AS closed_by, s.float_amount,
	(SELECT count(DISTINCT y.document_id) FROM payment y WHERE y.shift_id = s.id AND y.amount > 0) AS receipts,
	(SELECT ifnull(sum(y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.amount > 0) AS taken,
	(SELECT count(DISTINCT y.document_id) FROM payment y WHERE y.shift_id = s.id AND y.amount < 0) AS refunds,
	(SELECT ifnull(-sum(y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.amount < 0) AS paid_out,
	(SELECT ifnull(sum(x.amount), 0) FROM till_move x WHERE x.shift_id = s.id AND x.amount > 0) AS moves_in,
	(SELECT ifnull(-sum(x.amount), 0) FROM till_move x WHERE x.shift_id = s.id AND x.amount < 0) AS moves_out,
	(SELECT ifnull(sum(y.tendered - y.amount), 0) FROM payment y WHERE y.shift_id = s.id AND y.tendered > 0) AS change,
	(SELECT ifnull(sum(n.expected), 0) FROM till_count n WHERE n.shift_id = s.id) AS expected,
	(SELECT ifnull(sum(n.counted), 0) FROM till_count n WHERE n.shift_id = s.id) AS counted,
	(SELECT ifnull(sum(n.difference), 0) FROM till_count n WHERE n.shift_id = s.id) AS difference,
	-- the hash of the journal's row that booked it: an anchor outside of the file
	(SELECT lower(hex(substr(g.hash, 1, 8))) FROM journal g WHERE g.seq =
		(SELECT x.id / 65536 FROM journal_change x WHERE x.tbl = 'document' AND x.row_id = s.close_document_id))
		AS seal
FROM till_shift s
JOIN till t ON t.id = s.till_id
JOIN user o ON o.id = s.opened_by
LEFT JOIN user c ON c.id = s.closed_by
