-- title:  Cash journal by day and method
-- rule:   What was there before, and in and out of the day: every document that moves the account of the method.
-- group:  Money
-- key:    day pos method_id
-- param:  day  range  required  default=m..today
-- col:    day      date   10  "Day"
-- col:    method   choice:word  14  "Method"
-- col:    opening  money  13  "Before"
-- col:    came     money  12  "In"   sum explain=cash_journal.came
-- col:    went     money  12  "Out"  sum explain=cash_journal.went
-- col:    closing  money  13  "After"
-- hide:   pos int
-- hide:   method_id int
-- chart:  closing
WITH moved AS (
	-- from the kept balances back to the first day: what was before it is not added up again
	SELECT e.day, l.account_id, sum(max(l.amount, 0)) AS came, sum(max(-l.amount, 0)) AS went
	FROM entry e CROSS JOIN entry_line l ON l.entry_id = e.id
	WHERE e.day >= :day_from AND l.account_id IN (SELECT account_id FROM pay_method WHERE money)
	GROUP BY e.day, l.account_id
), running AS (
	SELECT m.day, m.account_id, m.came, m.went, b.amount - ifnull(sum(m.came - m.went) OVER (PARTITION BY m.account_id ORDER BY m.day DESC
		ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS closing
	FROM moved m JOIN account_balance b ON b.id = m.account_id
)
SELECT r.day, m.pos, m.id AS method_id, m.title AS method, r.closing - r.came + r.went AS opening, r.came, r.went, r.closing
FROM running r
JOIN pay_method m ON m.account_id = r.account_id AND m.money
WHERE r.day <= :day_to
