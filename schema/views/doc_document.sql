-- title:  Document
-- key:    number
-- id:     id
-- param:  document  ref:documents  filter=id  required
-- col:    number       code  16  "Number"
-- col:    kind         choice:word  14  "Kind"
-- col:    at           time  16  "Time"
-- col:    person       text  10  "Who"
-- col:    approver     text  10  "Approved"
-- col:    amount       money 12  "Amount"
-- col:    remark       text  40  "Remark"
-- col:    reverses     code  16  "Reverses"
-- col:    reversed_by  code  16  "Reversed by"
-- col:    party        text  20  "Party"
-- col:    job          code  14  "Work order"
-- col:    plate        plate 10  "Plate"
-- col:    vin          code  17  "VIN"
-- col:    car          text  24  "Car"
-- col:    odometer_km  int    8  "km"
-- col:    customer     text  20  "Customer"
-- col:    phone        phone 13  "Phone"
-- col:    repair_type  choice:word  14  "Repair type"
-- col:    advisor      text  10  "Advisor"
-- col:    received_at  time  16  "Received"
-- col:    finished_at  time  16  "Finished"
-- col:    complaint    text  40  "Complaint"
-- hide:   id int
SELECT d.id, d.number, k.title AS kind, d.at, u.title AS person, a.title AS approver, d.amount, d.remark, r.number AS reverses,
	(SELECT x.number FROM document x WHERE x.reverses_id = d.id) AS reversed_by, p.name AS party, j.number AS job,
	v.plate, v.vin, trim(ifnull(v.make, '') || ' ' || ifnull(v.model, '')) AS car, j.odometer_km,
	c.name AS customer, c.phone, t.title AS repair_type, s.title AS advisor, j.received_at, j.finished_at,
	j.complaint
FROM document d
JOIN document_kind k ON k.id = d.kind_id
JOIN user u ON u.id = d.user_id
LEFT JOIN user a ON a.id = d.approver_id
LEFT JOIN document r ON r.id = d.reverses_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN party c ON c.id = j.customer_id
LEFT JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN user s ON s.id = j.advisor_id
