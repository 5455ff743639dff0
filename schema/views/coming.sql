-- title:  Who said that they come
-- group:  Customers
-- key:    due_on id
-- id:     id
-- order:  due_on
-- param:  due  range  filter=due_on
-- col:    due_on     date   10  "Comes on"
-- col:    plate      plate  10  "Plate"     find
-- col:    model      text   14  "Model"     find drop=90
-- col:    customer   text   14  "Customer"  find
-- col:    phone      phone  13  "Phone"     find
-- col:    text       text   20  "About"     find
-- col:    called_on  date   10  "Called"    drop=100
-- col:    person     text   10  "Who called"  drop=110
-- hide:   id int
-- hide:   vehicle_id int
-- watch:  reminder_call job
SELECT c.id, r.vehicle_id, ifnull(c.again_on, c.called_on) AS due_on, v.plate, v.model, p.name AS customer, p.phone,
	ifnull(c.words, r.text) AS text, c.called_on, u.title AS person
	-- a day that was named, else any day from the call on; whoever was here since is not waited for
FROM reminder_call c
JOIN reminder r ON r.id = c.reminder_id
JOIN vehicle v ON v.id = r.vehicle_id
JOIN party p ON p.id = v.customer_id
JOIN user u ON u.id = c.user_id
WHERE c.result = 'coming' AND v.merged_into IS NULL
	AND NOT EXISTS (SELECT 1 FROM job j WHERE j.vehicle_id = v.id AND j.received_at >= c.at)
	AND NOT EXISTS (SELECT 1 FROM reminder_call l JOIN reminder q ON q.id = l.reminder_id WHERE q.vehicle_id = v.id AND l.id > c.id)
