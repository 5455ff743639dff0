-- title:  Cars that have not come back
-- group:  Customers
-- key:    last_visit_on id
-- order:  last_visit_on
-- param:  last  range  filter=last_visit_on  required  default=..-6m
-- col:    last_visit_on  date  10  "Last visit"
-- col:    plate     plate  10  "Plate"
-- col:    model     text   16  "Model"
-- col:    customer  text   16  "Customer"
-- col:    phone     phone  13  "Phone"
-- col:    called_on  date 10  "Called"  drop=100
-- col:    said     text   20  "Said last"  drop=120
-- col:    odometer_km  int  8  "km"  drop=80
-- hide:   id int
SELECT v.id, v.last_visit_on, v.plate, v.model, p.name AS customer, p.phone, v.odometer_km,
	(SELECT max(c.called_on) FROM reminder r JOIN reminder_call c ON c.reminder_id = r.id WHERE r.vehicle_id = v.id) AS called_on,
	(SELECT ifnull(c.words, c.result) FROM reminder r JOIN reminder_call c ON c.reminder_id = r.id WHERE r.vehicle_id = v.id ORDER BY c.id DESC LIMIT 1) AS said
FROM vehicle v JOIN party p ON p.id = v.customer_id
WHERE v.last_visit_on IS NOT NULL AND v.merged_into IS NULL AND p.no_calls = 0
