-- title:  Sale return
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    sale         code  16  "Sale"
-- col:    salesperson  text  12  "Salesperson"
-- col:    warehouse    choice:word  14  "Warehouse"
-- col:    gross        money 12  "Goods"
-- col:    rounding     money 12  "Rounding"
-- col:    fee          money 12  "Restocking fee"
-- col:    total        money 12  "Total"
-- col:    tax          money 12  "Tax included"
-- col:    set_off      money 12  "Set off"
-- col:    refund       money 12  "Given back"
-- col:    cores        money 12  "Deposit on old cores"
-- hide:   id int
SELECT s.id, d.number AS sale, u.title AS salesperson, w.title AS warehouse, s.gross, s.rounding, -s.fee AS fee, s.total,
	s.tax - (s.fee - s.fee_net) AS tax,
	s.total + ifnull((SELECT sum(y.amount) FROM payment y WHERE y.document_id = s.id), 0) AS set_off,
	-ifnull((SELECT sum(y.amount) FROM payment y WHERE y.document_id = s.id), 0) AS refund,
	(SELECT sum(k.amount) FROM core_back k WHERE k.return_id = s.id) AS cores
FROM sale_return s
JOIN user u ON u.id = s.salesperson_id
JOIN warehouse w ON w.id = s.warehouse_id
LEFT JOIN document d ON d.id = s.sale_id
