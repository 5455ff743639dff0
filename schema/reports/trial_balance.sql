-- title:  Trial balance
-- rule:   The balance before, and what was posted in these days; over all accounts debit and credit make the same.
-- group:  Money
-- key:    code
-- param:  day  range  required  default=m..today
-- col:    code     code   10  "Account"
-- col:    title    choice:word  26  "Description"
-- col:    class    choice:account_class  10  "Class"  drop=100
-- col:    opening  money  11  "Opening balance"  sum explain=account_before.amount
-- col:    debit    money  11  "Debit"    sum explain=ledger.debit
-- col:    credit   money  11  "Credit"   sum explain=ledger.credit
-- col:    closing  money  11  "Closing balance"  sum explain=account_until.amount
-- hide:   account_id int
-- hide:   before int
-- hide:   until int
WITH since AS (
	-- from the kept balances back to the first day: what was before it is not added up again
	SELECT l.account_id, sum(iif(e.day <= :day_to, max(l.amount, 0), 0)) AS debit,
		sum(iif(e.day <= :day_to, max(-l.amount, 0), 0)) AS credit, sum(iif(e.day > :day_to, l.amount, 0)) AS later
	FROM entry e CROSS JOIN entry_line l ON l.entry_id = e.id
	WHERE e.day >= :day_from
	GROUP BY l.account_id
), stood AS (
	SELECT a.id AS account_id, a.code, a.title, a.class, ifnull(b.amount, 0) - ifnull(s.later, 0) AS closing, ifnull(s.debit, 0) AS debit,
		ifnull(s.credit, 0) AS credit
	FROM account a
	LEFT JOIN account_balance b ON b.id = a.id
	LEFT JOIN since s ON s.account_id = a.id
)
SELECT account_id, code, title, class, closing - debit + credit AS opening, debit, credit, closing, :day_from AS before,
	:day_to AS until
FROM stood
