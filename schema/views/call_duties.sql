-- title:  Who calls
-- group:  Customers
-- key:    id
-- order:  id
-- col:    person  text  12  "Who calls"  find
-- col:    kind    choice:reminder_kind  12  "Kind"
-- col:    a_day   int    8  "At most"
-- col:    open    int    8  "Open now"
-- col:    made    int    8  "Made today"
-- hide:   id int
-- hide:   user_id int
-- hide:   kind_code code
-- watch:  call_duty reminder reminder_call
SELECT d.id, d.user_id, u.title AS person, d.kind, d.kind AS kind_code, d.a_day,
	(SELECT count(*) FROM reminder r WHERE r.caller_id = d.user_id AND r.state = 'open' AND (d.kind IS NULL OR r.kind = d.kind)) AS open,
	(SELECT count(*) FROM reminder_call c JOIN reminder r ON r.id = c.reminder_id
		WHERE c.called_on = :today AND c.user_id = d.user_id AND (d.kind IS NULL OR r.kind = d.kind)) AS made
FROM call_duty d LEFT JOIN user u ON u.id = d.user_id
