-- title:  Trial balance
-- rule:   The balance before, and what was posted in these days; over all accounts debit and credit make the same.
-- group:  Money
-- key:    code
-- param:  day  range  required  default=m..today
-- col:    code     code   10  "Account"
-- col:    title    choice:word  26  "Description"
-- col:    class    choice:account_class  10  "Class"  drop=100
-- col:    opening  money  11  "Opening balance"  sum
-- col:    debit    money  11  "Debit"    sum explain=ledger.debit
-- col:    credit   money  11  "Credit"   sum explain=ledger.credit
-- col:    closing  money  11  "Closing balance"  sum
-- hide:   account_id int
SELECT a.id AS account_id, a.code, a.title, a.class,
	ifnull(sum(iif(e.day < :day_from, l.amount, 0)), 0) AS opening,
	ifnull(sum(iif(e.day >= :day_from, max(l.amount, 0), 0)), 0) AS debit,
	ifnull(sum(iif(e.day >= :day_from, max(-l.amount, 0), 0)), 0) AS credit,
	ifnull(sum(l.amount), 0) AS closing
FROM account a
LEFT JOIN (entry_line l JOIN entry e ON e.id = l.entry_id AND e.day <= :day_to) ON l.account_id = a.id
GROUP BY a.id
