-- title:  Bills
-- key:    id
-- param:  document  ref:documents  filter=invoice_id  required
-- col:    number  code   14  "Bill"
-- col:    day     date   10  "Day"
-- col:    plate   text   14  "Plate"
-- col:    amount  money  12  "Amount"
-- hide:   id int
-- hide:   invoice_id int
SELECT b.id, b.invoice_id, d.number, d.day, v.plate, b.amount
FROM invoice_bill b
JOIN bill l ON l.id = b.bill_id
JOIN document d ON d.id = l.document_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
UNION ALL
SELECT b.id, b.invoice_id, d.number, d.day, c.number, b.amount
FROM invoice_value b
JOIN document d ON d.id = b.top_up_id
JOIN card c ON c.id = b.card_id
