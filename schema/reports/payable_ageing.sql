-- title:  Payables by age
-- group:  Money
-- key:    party id
-- param:  party  ref:suppliers  filter=id
-- col:    party    text   20  "Party"
-- col:    credit   money  12  "Owed to us"  sum drop=90
-- col:    not_due  money  12  "Not due"     sum
-- col:    d30      money  12  "1-30 days"   sum
-- col:    d60      money  12  "31-60 days"  sum
-- col:    d90      money  12  "61-90 days"  sum drop=90
-- col:    more     money  12  "Over 90 days"  sum
-- col:    total    money  12  "Open"  sum
-- hide:   id int
SELECT p.id, p.name AS party, sum(min(o.amount, 0)) AS credit,
	sum(iif(o.due_on >= :today, max(o.amount, 0), 0)) AS not_due,
	sum(iif(o.due_on BETWEEN :today - 30 AND :today - 1, max(o.amount, 0), 0)) AS d30,
	sum(iif(o.due_on BETWEEN :today - 60 AND :today - 31, max(o.amount, 0), 0)) AS d60,
	sum(iif(o.due_on BETWEEN :today - 90 AND :today - 61, max(o.amount, 0), 0)) AS d90,
	sum(iif(o.due_on < :today - 90, max(o.amount, 0), 0)) AS more,
	sum(o.amount) AS total
FROM payable_open o JOIN party p ON p.id = o.party_id
GROUP BY p.id
