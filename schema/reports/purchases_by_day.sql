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
WITH posted AS (
	SELECT d.day AS day, ifnull(o.id, d.id) AS id, ifnull(o.kind_id, d.kind_id) AS kind, iif(o.id IS NULL, 1, -1) AS sign
	FROM document d LEFT JOIN document o ON o.id = d.reverses_id
	WHERE d.day BETWEEN :day_from AND :day_to AND (:supplier IS NULL OR d.party_id = :supplier)
		AND ifnull(o.kind_id, d.kind_id) IN (10, 70, 71, 72, 73, 77)
), figure AS (
	SELECT q.day, iif(q.kind = 10, q.sign, 0) AS receipts,
		iif(q.kind = 10, q.sign * ifnull((SELECT sum(l.amount) FROM purchase_line l WHERE l.document_id = q.id), 0), 0) AS bought,
		iif(q.kind = 70, q.sign * ifnull((SELECT sum(l.amount) FROM purchase_line l WHERE l.document_id = q.id), 0), 0) AS returned,
		q.sign * CASE q.kind WHEN 10 THEN ifnull((SELECT y.freight FROM purchase y WHERE y.id = q.id), 0)
			WHEN 73 THEN (SELECT f.to_stock + f.variance FROM purchase_freight f WHERE f.id = q.id) ELSE 0 END AS freight,
		iif(q.kind = 71, q.sign * ifnull((SELECT sum(i.amount - i.booked) FROM purchase_invoice_line i WHERE i.document_id = q.id), 0), 0)
			AS corrected,
		iif(q.kind IN (72, 77), q.sign * ifnull((SELECT s.paid FROM supplier_payment s WHERE s.id = q.id), 0), 0) AS paid
	FROM posted q
)
SELECT day, sum(receipts) AS receipts, sum(bought) AS bought, sum(returned) AS returned, sum(bought - returned + corrected) AS net,
	sum(freight) AS freight, sum(corrected) AS corrected, sum(paid) AS paid
FROM figure GROUP BY day
