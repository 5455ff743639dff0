-- title:  A closed till still holds cash in the books
-- on:     till_shift
SELECT s.id, t.code AS till, s.closed_at,
	(SELECT sum(l.amount) FROM entry_line l WHERE l.shift_id = s.id AND l.account_id = 1) AS cash
FROM till_shift s
JOIN till t ON t.id = s.till_id
WHERE s.closed_at IS NOT NULL
	AND ifnull((SELECT sum(l.amount) FROM entry_line l WHERE l.shift_id = s.id AND l.account_id = 1), 0) <> 0
