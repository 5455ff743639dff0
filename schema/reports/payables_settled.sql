-- title:  How suppliers were paid
-- rule:   What was settled is money, discount and what was paid ahead before, less what is paid ahead now.
-- group:  Money
-- key:    month party
-- param:  day    range  required  default=m..today
-- param:  supplier  ref:suppliers  filter=party_id
-- col:    month     text    7  "Month"
-- col:    party     text   20  "Party"
-- col:    payments  int     8  "Payments"  sum
-- col:    settled   money  12  "Settled"   sum explain=supplier_payments.settled
-- col:    paid      money  12  "Paid"      sum explain=supplier_payments.paid
-- col:    discount  money  11  "Discount"  sum explain=supplier_payments.discount
-- col:    used      money  11  "From advance"  sum drop=90 explain=supplier_payments.used
-- col:    ahead     money  11  "Paid in advance"  sum drop=110 explain=supplier_payments.ahead
-- hide:   party_id int
-- hide:   day int
-- hide:   day_to int
-- hide:   supplier_id int
SELECT strftime('%Y-%m', d.day * 86400, 'unixepoch') AS month, s.supplier_id AS party_id, s.supplier_id, p.name AS party, count(*) AS payments,
	sum(s.paid + s.discount + s.used - s.ahead) AS settled, sum(s.paid) AS paid, sum(s.discount) AS discount, sum(s.used) AS used,
	sum(s.ahead) AS ahead,
	max(:day_from, unixepoch(min(d.day) * 86400, 'unixepoch', 'start of month') / 86400) AS day,
	min(:day_to, unixepoch(min(d.day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1) AS day_to
FROM supplier_payment s
JOIN document d ON d.id = s.id
JOIN party p ON p.id = s.supplier_id
WHERE d.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000) AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
GROUP BY 1, s.supplier_id
