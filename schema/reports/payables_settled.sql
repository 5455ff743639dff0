-- title:  How suppliers were paid
-- group:  Money
-- key:    month party
-- param:  day    range  required  default=m..today
-- param:  supplier  ref:suppliers  filter=party_id
-- col:    month     text    7  "Month"
-- col:    party     text   20  "Party"
-- col:    payments  int     8  "Payments"  sum
-- col:    settled   money  12  "Settled"   sum
-- col:    paid      money  12  "Paid"      sum
-- col:    discount  money  11  "Discount"  sum
-- col:    used      money  11  "From advance"  sum drop=90
-- col:    ahead     money  11  "Paid in advance"  sum drop=110
-- hide:   party_id int
SELECT strftime('%Y-%m', d.day * 86400, 'unixepoch') AS month, s.supplier_id AS party_id, p.name AS party, count(*) AS payments,
	sum(s.paid + s.discount + s.used - s.ahead) AS settled, sum(s.paid) AS paid, sum(s.discount) AS discount, sum(s.used) AS used,
	sum(s.ahead) AS ahead
FROM supplier_payment s
JOIN document d ON d.id = s.id
JOIN party p ON p.id = s.supplier_id
WHERE d.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000) AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
GROUP BY 1, s.supplier_id
