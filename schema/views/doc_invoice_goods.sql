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
SELECT b.invoice_id, l.document_id AS doc, x.id AS pos, d.number AS bill, x.text, x.qty, x.price, x.tax_rate AS rate,
	x.amount - x.discount AS amount
FROM invoice_bill b
JOIN bill l ON l.id = b.bill_id
JOIN document d ON d.id = l.document_id
JOIN settlement_line x ON x.settlement_id = l.document_id
UNION ALL
SELECT b.invoice_id, l.document_id, x.id, d.number, x.text, x.qty, x.price, x.tax_rate, x.amount - x.discount
FROM invoice_bill b
JOIN bill l ON l.id = b.bill_id
JOIN document d ON d.id = l.document_id
JOIN sale_line x ON x.sale_id = l.document_id
