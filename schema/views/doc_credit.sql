-- title:  Credit note
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    settlement   code   16  "Settlement"
-- col:    settled_on   date   10  "Settled on"
-- col:    net          money  12  "Net"
-- col:    tax          money  12  "Tax"
-- col:    rounding     money  12  "Rounding"
-- col:    total        money  12  "Total"
-- col:    off_bill     money  12  "Off the bill"
-- col:    as_advance   money  12  "Kept as advance"
-- col:    paid_back    money  12  "Paid back"
-- hide:   id int
SELECT c.id, d.number AS settlement, d.day AS settled_on, c.net, c.tax, c.rounding, c.total,
	c.total - ifnull(f.amount, 0) AS off_bill, ifnull(f.amount, 0) - ifnull(y.amount, 0) AS as_advance,
	ifnull(y.amount, 0) AS paid_back
FROM credit c
JOIN document d ON d.id = c.settlement_id
LEFT JOIN (SELECT credit_id, sum(amount) AS amount FROM credit_freed GROUP BY credit_id) f ON f.credit_id = c.id
LEFT JOIN (SELECT document_id, -sum(amount) AS amount FROM payment GROUP BY document_id) y ON y.document_id = c.id
