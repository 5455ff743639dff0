-- title:  Invoices of a bill
-- key:    id
-- param:  id  int  filter=bill_id
-- col:    invoice_no  code   20  "Invoice number"
-- col:    day         date   10  "Day"
-- col:    amount      money  12  "Amount"  sum
-- hide:   id int
-- hide:   bill_id int
SELECT b.id, b.bill_id, i.code || i.no AS invoice_no, d.day, b.amount
FROM invoice_bill b
JOIN invoice i ON i.id = b.invoice_id
JOIN document d ON d.id = i.id
WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = i.id)
