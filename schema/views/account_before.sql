-- title:  Before these days, by month
-- rule:   Every line posted to the account since the first day, debit less credit.
-- key:    month
-- order:  month
-- param:  account  ref:accounts  required
-- param:  before  date  required
-- col:    month   text    8  "Month"
-- col:    debit   money  14  "Debit"    sum explain=ledger.debit
-- col:    credit  money  14  "Credit"   sum explain=ledger.credit
-- col:    amount  money  14  "Balance"  sum explain=ledger
-- hide:   account_id int
-- hide:   day int
-- hide:   day_to int
-- right:  report.trial_balance
SELECT :account AS account_id, strftime('%Y-%m', day * 86400, 'unixepoch') AS month, sum(debit) AS debit, sum(credit) AS credit,
	sum(debit - credit) AS amount, unixepoch(day * 86400, 'unixepoch', 'start of month') / 86400 AS day,
	min(unixepoch(day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1, :before - 1) AS day_to
FROM (
	SELECT e.day, sum(max(l.amount, 0)) AS debit, sum(max(-l.amount, 0)) AS credit
	FROM entry_line l JOIN entry e ON e.id = l.entry_id
	WHERE l.account_id = :account AND e.day < :before
	GROUP BY e.day
)
GROUP BY 2
