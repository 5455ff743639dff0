-- title:  Bills of an invoice
-- group:  Money
-- key:    id
-- id:     id
-- order:  id
-- param:  invoice  ref:invoices  filter=invoice_id
-- param:  bill     int           filter=bill_id
-- param:  document ref:documents  filter=document_id
-- col:    invoice_no  code   20  "Invoice number"
-- col:    number      code   14  "Bill"
-- col:    day         date   10  "Day"
-- col:    plate       plate  10  "Plate"   drop=90
-- col:    billed      money  12  "Billed"  drop=70
-- col:    amount      money  12  "On the invoice"  sum
-- col:    void        bool    6  "Void"
-- hide:   id int
-- hide:   invoice_id int
-- hide:   bill_id int
-- hide:   document_id int
SELECT b.id, b.invoice_id, b.bill_id, l.document_id, i.code || i.no AS invoice_no, d.number, d.day, v.plate, l.amount AS billed,
	b.amount, EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = i.id) AS void
FROM invoice_bill b
JOIN invoice i ON i.id = b.invoice_id
JOIN bill l ON l.id = b.bill_id
JOIN document d ON d.id = l.document_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
