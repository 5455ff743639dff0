-- title:  Work and goods
-- key:    doc pos
-- param:  document  ref:documents  filter=invoice_id  required
-- col:    bill    code   14  "Bill"
-- col:    text    text   30  "Description"
-- col:    qty     qty     8  "Quantity"
-- col:    price   money  10  "Price"
-- col:    rate    rate    6  "Tax rate"
-- col:    amount  money  12  "Amount"
-- hide:   doc int
-- hide:   pos int
-- hide:   invoice_id int
SELECT b.invoice_id, l.document_id AS doc, x.id AS pos, d.number AS bill, x.text, iif(b.amount = l.amount, x.qty, NULL) AS qty,
	iif(b.amount = l.amount, x.price, NULL) AS price, x.tax_rate AS rate,
	muldiv(x.until, b.amount, x.total) - muldiv(x.until - x.part, b.amount, x.total) AS amount
-- A bill that is invoiced whole stands there with its quantities. Of one that is invoiced in part, shared with another
-- payer or taken back, each line has its share, and the shares make what of the bill is on the invoice.
FROM invoice_bill b
JOIN bill l ON l.id = b.bill_id
JOIN document d ON d.id = l.document_id
JOIN (
	SELECT s.id, s.settlement_id AS document_id, s.text, s.qty, s.price, s.tax_rate, s.amount - s.discount AS part,
		(SELECT sum(y.amount - y.discount) FROM settlement_line y WHERE y.settlement_id = s.settlement_id AND y.id <= s.id) AS until,
		(SELECT nullif(sum(y.amount - y.discount), 0) FROM settlement_line y WHERE y.settlement_id = s.settlement_id) AS total
	FROM settlement_line s
	UNION ALL
	SELECT s.id, s.sale_id, s.text, s.qty, s.price, s.tax_rate, s.amount - s.discount,
		(SELECT sum(y.amount - y.discount) FROM sale_line y WHERE y.sale_id = s.sale_id AND y.id <= s.id),
		(SELECT nullif(sum(y.amount - y.discount), 0) FROM sale_line y WHERE y.sale_id = s.sale_id)
	FROM sale_line s) x ON x.document_id = l.document_id
