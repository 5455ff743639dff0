-- title:  How bills were settled
-- group:  Money
-- key:    month party
-- param:  day    range  required  default=m..today
-- param:  party  ref:parties  filter=party_id
-- col:    month     text    7  "Month"
-- col:    party     text   18  "Party"
-- col:    paid      money  12  "Paid"     sum
-- col:    advance   money  11  "Advance"  sum
-- col:    credited  money  11  "Credited"  sum drop=110
-- col:    discount  money  11  "Discount"  sum drop=90
-- col:    bad_debt  money  11  "Bad debt"  sum
-- col:    moved     money  11  "Customer pays"  sum drop=120
-- col:    total     money  12  "Total"  sum
-- hide:   party_id int
WITH part AS (
	SELECT x.day, a.bill_id, CASE s.kind_id WHEN 45 THEN 'credited' WHEN 4 THEN 'advance' ELSE 'paid' END AS how, a.amount
	FROM document x
	JOIN allocation a ON a.document_id = x.id
	JOIN document s ON s.id = coalesce(x.reverses_id, x.id)
	WHERE x.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000)
	UNION ALL -- what was written off was not paid
	SELECT x.day, w.bill_id, 'paid', -w.amount * iif(x.reverses_id IS NULL, 1, -1)
	FROM document x JOIN write_off w ON w.document_id = coalesce(x.reverses_id, x.id)
	WHERE x.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000) AND w.amount > 0
	UNION ALL
	SELECT x.day, w.bill_id, w.how, w.amount * iif(x.reverses_id IS NULL, 1, -1)
	FROM document x JOIN write_off w ON w.document_id = coalesce(x.reverses_id, x.id)
	WHERE x.day BETWEEN max(:day_from, 0) AND min(:day_to, 40000)
)
SELECT strftime('%Y-%m', t.day * 86400, 'unixepoch') AS month, coalesce(p.merged_into, p.id) AS party_id, p.name AS party,
	sum(iif(t.how = 'paid', t.amount, 0)) AS paid, sum(iif(t.how = 'advance', t.amount, 0)) AS advance,
	sum(iif(t.how = 'credited', t.amount, 0)) AS credited, sum(iif(t.how = 'discount', t.amount, 0)) AS discount,
	sum(iif(t.how = 'bad_debt', t.amount, 0)) AS bad_debt, sum(iif(t.how = 'customer', t.amount, 0)) AS moved,
	sum(t.amount) AS total
FROM part t
JOIN bill b ON b.id = t.bill_id
JOIN party p ON p.id = b.party_id
GROUP BY 1, b.party_id
