-- title:  Not yet invoiced
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  party
-- order:  -id
-- param:  day    range        filter=day
-- param:  party  ref:parties  filter=party_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Bill"      find explain=booked
-- col:    party     text   20  "Customer"  find
-- col:    plate     plate  10  "Plate"     find drop=90
-- col:    billed    money  12  "Billed"
-- col:    covered   money  12  "On top-ups"  drop=100
-- col:    invoiced  money  12  "Invoiced"  explain=bill_invoices drop=70
-- col:    left      money  12  "To invoice"  sum
-- hide:   id int
-- hide:   party_id int
-- hide:   document_id int
-- watch:  bill invoice_bill
SELECT b.id, b.party_id, b.document_id, d.day, d.number, p.name AS party, v.plate, b.billed + b.covered AS billed, b.covered, b.invoiced,
	b.billed - b.invoiced AS left
FROM bill_invoiced b
JOIN document d ON d.id = b.document_id
JOIN party p ON p.id = b.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
WHERE b.billed > b.invoiced
