-- title:  Reminders
-- group:  Customers
-- key:    due_on id
-- id:     id
-- names:  plate
-- label:  text
-- order:  due_on
-- param:  due      range  filter=due_on
-- param:  kind     choice:reminder_kind  filter=kind
-- param:  vehicle  ref:vehicles  filter=vehicle_id
-- col:    due_on    date   10  "Due"
-- col:    kind      choice:reminder_kind  10  "Kind"
-- col:    plate     plate  10  "Plate"     find
-- col:    model     text   14  "Model"     find drop=90
-- col:    customer  text   14  "Customer"  find
-- col:    phone     phone  13  "Phone"     find
-- col:    text      text   24  "Reminder"  find
-- col:    due_km    int     8  "at km"     drop=100
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   customer_id int
-- mark
-- watch:  reminder
-- desk
SELECT r.id, r.ver, r.vehicle_id, v.customer_id, r.due_on, r.kind, v.plate, v.model, p.name AS customer, p.phone,
	r.text, r.due_km
FROM reminder r
LEFT JOIN vehicle v ON v.id = r.vehicle_id
LEFT JOIN party p ON p.id = v.customer_id
WHERE r.state = 'open'
