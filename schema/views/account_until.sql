-- title:  Until that day, by month
-- rule:   Every line posted to the account since the first day, debit less credit.
-- key:    month
-- order:  month
-- param:  account  ref:accounts  filter=account_id  required
-- param:  until  date  required
-- col:    month   text    8  "Month"
-- col:    debit   money  14  "Debit"    sum explain=ledger.debit
-- col:    credit  money  14  "Credit"   sum explain=ledger.credit
-- col:    amount  money  14  "Balance"  sum explain=ledger
-- hide:   account_id int
-- hide:   day int
-- hide:   day_to int
-- right:  report.trial_balance
SELECT l.account_id, strftime('%Y-%m', e.day * 86400, 'unixepoch') AS month, sum(max(l.amount, 0)) AS debit, sum(max(-l.amount, 0)) AS credit,
	sum(l.amount) AS amount, unixepoch(e.day * 86400, 'unixepoch', 'start of month') / 86400 AS day,
	min(unixepoch(e.day * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1, :until) AS day_to
FROM entry_line l JOIN entry e ON e.id = l.entry_id
WHERE e.day <= :until
GROUP BY l.account_id, 2
