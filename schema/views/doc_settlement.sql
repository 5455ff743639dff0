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
-- hide:   id int
SELECT s.id, s.labour, s.parts, s.fees, -s.discount AS discount, s.rounding, s.total, s.net, s.tax,
	s.total - ifnull(o.amount, 0) AS paid, ifnull(o.amount, 0) AS open
FROM settlement s
LEFT JOIN (SELECT b.document_id, sum(x.amount) AS amount FROM bill b JOIN bill_open x ON x.id = b.id GROUP BY b.document_id)
	o ON o.document_id = s.id
