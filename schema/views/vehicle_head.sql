-- title:  Vehicle
-- key:    id
-- param:  vehicle  ref:vehicles  filter=id  required
-- col:    plate     plate  10  "Plate"
-- col:    vin       code   17  "VIN"
-- col:    make      text   12  "Make"
-- col:    model     text   20  "Model"
-- col:    model_year int    4  "Model year"
-- col:    colour    text    8  "Colour"
-- col:    engine_no code   12  "Engine number"
-- col:    odometer_km        int   8  "km"
-- col:    odometer_on        date 10  "Read on"
-- col:    service_due_on     date 10  "Service due"
-- col:    service_due_km     int   8  "Service due at km"
-- col:    service_expected_on  date 10  "Service expected"
-- col:    inspection_due_on  date 10  "Inspection due"
-- col:    insurance_due_on   date 10  "Insurance due"
-- col:    insurer   text   16  "Insurer"
-- col:    customer  text   20  "Customer"
-- col:    phone     phone  13  "Phone"
-- col:    driver    text   12  "Driver"
-- col:    driver_phone phone 13 "Driver's phone"
-- col:    payer     text   20  "Payer"
-- col:    former    text   20  "Former plates"
-- col:    note      text   40  "Note"
-- hide:   id int
-- hide:   ver int
-- hide:   customer_id int
-- watch:  vehicle party
-- desk
SELECT v.id, v.ver, v.customer_id, v.plate, v.vin, v.make, v.model, v.model_year, v.colour, v.engine_no, v.odometer_km,
	v.odometer_on, v.service_due_on, v.service_due_km, v.service_expected_on, v.inspection_due_on, v.insurance_due_on,
	i.name AS insurer, p.name AS customer, p.phone, v.driver, v.driver_phone, y.name AS payer,
	(SELECT group_concat(f.plate, ' ') FROM vehicle_plate f WHERE f.vehicle_id = v.id) AS former, v.note
FROM vehicle v
LEFT JOIN party p ON p.id = v.customer_id
LEFT JOIN party i ON i.id = v.insurer_id
LEFT JOIN party y ON y.id = v.payer_id
