-- title:  Calls that were made
-- group:  Customers
-- key:    id
-- order:  -id
-- param:  day      range  filter=called_on
-- param:  vehicle  ref:vehicles  filter=vehicle_id
-- param:  reminder ref:reminders_due  filter=reminder_id
-- col:    at        time   16  "When"
-- col:    by        text    8  "By"        find
-- col:    plate     plate  10  "Plate"     find
-- col:    customer  text   12  "Customer"  find
-- col:    kind      choice:reminder_kind  10  "Kind"  drop=90
-- col:    result    choice:call_result  12  "Result"
-- col:    words     text   24  "What was said"  find
-- col:    again_on  date   10  "Ask again on"  drop=90
-- hide:   id int
-- hide:   vehicle_id int
-- hide:   reminder_id int
-- hide:   called_on date
-- watch:  reminder_call
-- desk
SELECT c.id, c.reminder_id, c.called_on, r.vehicle_id, c.at, u.name AS by, v.plate, p.name AS customer, r.kind, c.result,
	c.words, c.again_on
FROM reminder_call c
LEFT JOIN reminder r ON r.id = c.reminder_id
LEFT JOIN vehicle v ON v.id = r.vehicle_id
LEFT JOIN party p ON p.id = v.customer_id
LEFT JOIN user u ON u.id = c.user_id
