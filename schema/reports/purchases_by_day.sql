-- title:  Purchases by day
-- group:  Stock
-- key:    day
-- param:  day       range  required  default=m..today
-- param:  supplier  ref:suppliers
-- col:    day        date  10  "Day"
-- col:    receipts   int     8  "Deliveries"    sum
-- col:    bought     money  12  "Bought"      sum
-- col:    returned   money  12  "Goods back"   sum
-- col:    net        money  12  "Net bought"         sum
-- col:    freight    money  10  "Freight"     sum drop=90
-- col:    corrected  money  11  "By invoice"  sum drop=110
-- col:    paid       money  12  "Paid"        sum drop=100
-- chart:  net
SELECT day, sum(receipts) AS receipts, sum(bought) AS bought, sum(returned) AS returned, sum(bought - returned + corrected) AS net,
	sum(freight) AS freight, sum(corrected) AS corrected, sum(paid) AS paid
FROM purchase_figure WHERE day BETWEEN :day_from AND :day_to AND (:supplier IS NULL OR party_id = :supplier)
GROUP BY day
