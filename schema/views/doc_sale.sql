-- title:  Sale
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    sale_type    choice:word  12  "Business type"
-- col:    salesperson  text  12  "Salesperson"
-- col:    warehouse    choice:word  14  "Warehouse"
-- col:    carrier      text  20  "Carrier"
-- col:    to_collect   money 12  "To collect"
-- col:    goods        money 12  "Goods"
-- col:    fees         money 12  "Fees"
-- col:    discount     money 12  "Discount"
-- col:    rounding     money 12  "Rounding"
-- col:    total        money 12  "Total"
-- col:    tax          money 12  "Tax included"
-- col:    cores        money 12  "Deposit on old cores"
-- col:    paid         money 12  "Paid"
-- col:    open         money 12  "Still open"
-- col:    buyer_phone  phone 13  "Phone"
-- col:    buyer_address  text 40  "Address"
-- hide:   id int
SELECT s.id, t.title AS sale_type, u.title AS salesperson, w.title AS warehouse, c.name AS carrier,
	iif(s.collect, ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id WHERE b.document_id = s.id
		AND b.party_id = s.carrier_id), 0), 0) AS to_collect,
	s.goods, s.fees, -s.discount AS discount, s.rounding, s.total, s.tax,
	(SELECT sum(k.amount) FROM core k WHERE k.origin_id = s.id) AS cores,
	ifnull((SELECT sum(a.amount) FROM bill b JOIN allocation a ON a.bill_id = b.id
		WHERE b.document_id = s.id OR b.document_id IN (SELECT k.document_id FROM core k WHERE k.origin_id = s.id)), 0) AS paid,
	ifnull((SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id
		WHERE b.document_id = s.id OR b.document_id IN (SELECT k.document_id FROM core k WHERE k.origin_id = s.id)), 0) AS open,
	p.phone AS buyer_phone, p.address AS buyer_address
FROM sale s
JOIN sale_type t ON t.id = s.type_id
JOIN user u ON u.id = s.salesperson_id
JOIN warehouse w ON w.id = s.warehouse_id
JOIN party p ON p.id = s.party_id
LEFT JOIN party c ON c.id = s.carrier_id
