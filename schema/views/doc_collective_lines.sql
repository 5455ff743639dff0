-- title:  Bills of a collective bill
-- key:    id
-- param:  document  ref:documents  filter=collective_id  required
-- col:    day       date  10  "Day"
-- col:    number    code  14  "Bill"
-- col:    plate     plate 10  "Plate"
-- col:    car       text  20  "Car"
-- col:    amount    money 11  "Amount"
-- hide:   id int
-- hide:   collective_id int
SELECT c.id, c.collective_id, d.day, d.number, v.plate, trim(ifnull(v.make, '') || ' ' || ifnull(v.model, '')) AS car, c.amount
FROM collective_bill c
JOIN bill b ON b.id = c.bill_id
JOIN document d ON d.id = b.document_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
