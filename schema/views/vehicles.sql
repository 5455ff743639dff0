-- title:  Vehicles
-- group:  Customers
-- key:    plate
-- id:     id
-- names:  plate vin
-- label:  model
-- order:  plate
-- param:  customer  ref:customers  filter=customer_id
-- col:    plate     plate  10  "Plate"     find
-- col:    make      text   10  "Make"      find drop=90
-- col:    model     text   16  "Model"     find
-- col:    customer  text   16  "Customer"  find
-- col:    phone     phone  13  "Phone"     find drop=70
-- col:    vin       code   17  "VIN"       find drop=100
-- col:    odometer_km    int   8  "km"          drop=80
-- col:    last_visit_on  date 10  "Last visit"  explain=job_history
-- hide:   id int
-- hide:   ver int
-- hide:   customer_id int
-- watch:  vehicle party
-- desk
SELECT v.id, v.ver, v.customer_id, v.plate, v.make, v.model, p.name AS customer, p.phone, v.vin, v.odometer_km,
	v.last_visit_on
FROM vehicle v LEFT JOIN party p ON p.id = v.customer_id
WHERE v.merged_into IS NULL
