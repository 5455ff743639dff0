-- title:  Open bills
-- group:  Money
-- key:    due_on id
-- id:     id
-- names:  number
-- label:  party
-- order:  due_on
-- param:  party  ref:parties  filter=party_id
-- col:    due_on   date   10  "Due"
-- col:    number   code   14  "Bill"  find explain=booked
-- col:    day      date   10  "Day"  drop=70
-- col:    party    text   20  "Party"       find
-- col:    plate    plate  10  "Plate"       find drop=90
-- col:    amount   money  11  "Amount"  drop=90
-- col:    open     money  11  "Open"    sum
-- col:    overdue   int    12  "Days overdue"
-- hide:   id int
-- hide:   party_id int
-- hide:   job_id int
-- hide:   document_id int
-- hide:   insurer bool
-- mark
-- watch:  bill_open
-- desk
SELECT o.id, o.party_id, d.job_id, b.document_id, o.due_on, d.number, d.day, p.name AS party, v.plate, b.amount,
	o.amount AS open, max(:today - o.due_on, 0) AS overdue, p.kind = 'insurer' AS insurer
FROM bill_open o
LEFT JOIN bill b ON b.id = o.id
LEFT JOIN document d ON d.id = b.document_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party p ON p.id = o.party_id
