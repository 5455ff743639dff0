-- title:  Settlement
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    labour    money 12  "Labour"
-- col:    parts     money 12  "Parts"
-- col:    fees      money 12  "Fees"
-- col:    discount  money 12  "Discount"
-- col:    rounding  money 12  "Rounding"
-- col:    total     money 12  "Total"
-- col:    net       money 12  "Net"
-- col:    tax       money 12  "Tax"
-- col:    paid      money 12  "Paid"
-- col:    open      money 12  "Still open"
-- col:    warranty_days  int  5  "Days"
-- col:    warranty_km    int  6  "km"
-- hide:   id int
SELECT s.id, s.labour, s.parts, s.fees, -s.discount AS discount, s.rounding, s.total, s.net, s.tax,
	s.total - ifnull(o.amount, 0) AS paid, ifnull(o.amount, 0) AS open,
	t.warranty_days, t.warranty_km
FROM settlement s
JOIN job j ON j.id = s.job_id
JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN (SELECT b.document_id, sum(x.amount) AS amount FROM bill b JOIN bill_open x ON x.id = b.id GROUP BY b.document_id)
	o ON o.document_id = s.id
