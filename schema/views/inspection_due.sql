-- title:  Annual inspections
-- group:  Customers
-- key:    due_on id
-- id:     id
-- order:  due_on
-- param:  due  range  filter=due_on
-- col:    due_on    date   10  "Due"
-- col:    plate     plate  10  "Plate"     find
-- col:    make      text   10  "Make"      find drop=100
-- col:    model     text   14  "Model"     find drop=70
-- col:    customer  text   16  "Customer"  find
-- col:    phone     phone  13  "Phone"     find
-- col:    last_visit_on  date  10  "Last visit"  drop=80
-- hide:   id int
-- hide:   customer_id int
-- watch:  vehicle
-- desk
SELECT v.id, v.customer_id, v.inspection_due_on AS due_on, v.plate, v.make, v.model, p.name AS customer, p.phone,
	v.last_visit_on
FROM vehicle v LEFT JOIN party p ON p.id = v.customer_id
WHERE v.inspection_due_on IS NOT NULL AND v.merged_into IS NULL AND p.no_calls = 0
