-- title:  Purchases by month
-- rule:   Deliveries less what went back, corrected by the supplier's invoices; freight and money stand beside it.
-- group:  Stock
-- key:    month
-- param:  day       range  required  default=m..today
-- param:  supplier  ref:suppliers
-- col:    month      text   8  "Month"
-- col:    receipts   int     8  "Deliveries"    sum
-- col:    bought     money  12  "Bought"      sum explain=purchase_moves.bought
-- col:    returned   money  12  "Goods back"   sum explain=purchase_moves.returned
-- col:    net        money  12  "Net bought"         sum explain=purchase_moves.net
-- col:    freight    money  10  "Freight"     sum drop=90 explain=purchase_moves.freight
-- col:    corrected  money  11  "By invoice"  sum drop=110 explain=purchase_moves.corrected
-- col:    paid       money  12  "Paid"        sum drop=100 explain=purchase_moves.paid
-- chart:  net
-- hide:   day int
-- hide:   day_to int
SELECT month, sum(receipts) AS receipts, sum(bought) AS bought, sum(returned) AS returned, sum(bought - returned + corrected) AS net,
	sum(freight) AS freight, sum(corrected) AS corrected, sum(paid) AS paid,
	max(:day_from, unixepoch(min(day) * 86400, 'unixepoch', 'start of month') / 86400) AS day,
	min(:day_to, unixepoch(min(day) * 86400, 'unixepoch', 'start of month', '+1 month') / 86400 - 1) AS day_to
FROM purchase_figure WHERE day BETWEEN :day_from AND :day_to AND (:supplier IS NULL OR party_id = :supplier)
GROUP BY month
