-- title:  Bills of a collective bill
-- group:  Money
-- key:    id
-- order:  id
-- param:  collective  ref:collectives  filter=collective_id  required
-- col:    day      date   10  "Day"
-- col:    number   code   14  "Bill"
-- col:    job      code   14  "Work order"  drop=90
-- col:    plate    plate  10  "Plate"
-- col:    amount   money  12  "Amount"  sum
-- col:    open     money  12  "Open"    sum
-- hide:   id int
-- hide:   collective_id int
-- hide:   document_id int
-- hide:   party_id int
-- watch:  collective_bill bill_open
SELECT c.id, c.collective_id, b.document_id, b.party_id, d.day, d.number, j.number AS job, v.plate, c.amount,
	ifnull(o.amount, 0) AS open
FROM collective_bill c
JOIN bill b ON b.id = c.bill_id
JOIN document d ON d.id = b.document_id
LEFT JOIN bill_open o ON o.id = c.bill_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
