-- title:  How bills were settled
-- rule:   Each part of a bill counts on the day it was settled, under how: money, an advance, a credit note, discount, bad debt, or another who bears it.
-- group:  Money
-- key:    month party
-- param:  day    range  required  default=m..today
-- param:  party  ref:parties  filter=party_id
-- col:    month     text    7  "Month"
-- col:    party     text   18  "Party"
-- col:    paid      money  12  "Paid"     sum explain=bill_parts.paid
-- col:    advance   money  11  "Advance"  sum explain=bill_parts.advance
-- col:    credited  money  11  "Credited"  sum drop=110 explain=bill_parts.credited
-- col:    discount  money  11  "Discount"  sum drop=90 explain=bill_parts.discount
-- col:    bad_debt  money  11  "Bad debt"  sum explain=bill_parts.bad_debt
-- col:    moved     money  11  "Customer pays"  sum drop=120 explain=bill_parts.moved
-- col:    total     money  12  "Total"  sum explain=bill_parts.total
-- hide:   party_id int
-- hide:   day int
-- hide:   day_to int
SELECT strftime('%Y-%m', t.day * 86400, 'unixepoch') AS month, coalesce(p.merged_into, p.id) AS party_id, p.name AS party,
	sum(iif(t.how = 'paid', t.amount, 0)) AS paid, sum(iif(t.how = 'advance', t.amount, 0)) AS advance,
	sum(iif(t.how = 'credited', t.amount, 0)) AS credited, sum(iif(t.how = 'discount', t.amount, 0)) AS discount,
	sum(iif(t.how = 'bad_debt', t.amount, 0)) AS bad_debt, sum(iif(t.how = 'customer', t.amount, 0)) AS moved,
	sum(t.amount) AS total,
	max(:day_from, unixepoch(min(t.day) * 86400, 'unixepoch', 'start of month') / 86400) AS day,
	min(:day_to, unixepoch(min(t.day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1) AS day_to
FROM bill_part t
JOIN bill b ON b.id = t.bill_id
JOIN party p ON p.id = b.party_id
WHERE t.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000)
GROUP BY 1, b.party_id
