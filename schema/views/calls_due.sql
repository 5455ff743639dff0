-- title:  Calls due
-- group:  Customers
-- key:    due_on kind vehicle_id pos
-- order:  due_on
-- param:  kind     choice:reminder_kind  filter=kind
-- param:  caller   ref:staff  filter=caller_id
-- col:    due_on    date   10  "Due"
-- col:    kind      choice:reminder_kind  10  "Kind"
-- col:    plate     plate  10  "Plate"     find
-- col:    customer  text   14  "Customer"  find
-- col:    phone     phone  13  "Phone"     find
-- col:    model     text   14  "Model"     find drop=100
-- col:    text      text   16  "Reminder"  find drop=60
-- col:    caller    text    8  "Caller"    find drop=90
-- col:    said      text   20  "Said last"  find drop=70
-- hide:   id int
-- hide:   ver int
-- hide:   vehicle_id int
-- hide:   customer_id int
-- hide:   pos int
-- hide:   caller_id int
-- watch:  reminder vehicle
WITH ahead AS (SELECT :today + ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'remind.ahead_days'), 14) AS day)
-- Each of the four has its days in an index. As their columns are of one type, a first page is merged out of the four and the
-- rest is not read.
SELECT r.id, r.ver, r.vehicle_id, v.customer_id, r.id AS pos, r.due_on, r.kind, v.plate, v.model, p.name AS customer,
	coalesce(v.driver_phone, p.phone) AS phone, r.text, r.caller_id, u.title AS caller,
	(SELECT c.words FROM reminder_call c WHERE c.reminder_id = r.id ORDER BY c.id DESC LIMIT 1) AS said
FROM reminder r CROSS JOIN vehicle v ON v.id = r.vehicle_id CROSS JOIN party p ON p.id = v.customer_id LEFT JOIN user u ON u.id = r.caller_id
WHERE r.state = 'open' AND r.due_on <= (SELECT day FROM ahead) AND v.merged_into IS NULL
	AND (p.no_calls = 0 OR r.kind IN ('followup', 'other', 'declined'))
	-- what was put off, and what is about a visit, comes on its day
	AND (r.due_on <= :today OR r.kind IN ('service', 'inspection', 'insurance')
		AND NOT EXISTS (SELECT 1 FROM reminder_call c WHERE c.reminder_id = r.id))
UNION ALL
SELECT CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), v.id, v.customer_id, CAST(0 AS INTEGER), v.inspection_due_on, CAST('inspection' AS TEXT), v.plate, v.model, p.name,
	coalesce(v.driver_phone, p.phone), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM vehicle v CROSS JOIN party p ON p.id = v.customer_id
WHERE v.inspection_due_on BETWEEN :today - 30 AND (SELECT day FROM ahead) AND v.merged_into IS NULL AND p.no_calls = 0
	AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.vehicle_id = v.id AND r.kind = 'inspection'
		AND (r.state = 'open' OR r.of_on = v.inspection_due_on))
UNION ALL
SELECT CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), v.id, v.customer_id, CAST(0 AS INTEGER), v.insurance_due_on, CAST('insurance' AS TEXT), v.plate, v.model, p.name,
	coalesce(v.driver_phone, p.phone), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM vehicle v CROSS JOIN party p ON p.id = v.customer_id
WHERE v.insurance_due_on BETWEEN :today - 30 AND (SELECT day FROM ahead) AND v.merged_into IS NULL AND p.no_calls = 0
	AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.vehicle_id = v.id AND r.kind = 'insurance'
		AND (r.state = 'open' OR r.of_on = v.insurance_due_on))
UNION ALL
SELECT CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), v.id, v.customer_id, CAST(0 AS INTEGER), v.service_expected_on, CAST('service' AS TEXT), v.plate, v.model, p.name,
	coalesce(v.driver_phone, p.phone), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM vehicle v CROSS JOIN party p ON p.id = v.customer_id
WHERE v.service_expected_on BETWEEN :today - 365 AND (SELECT day FROM ahead) AND v.merged_into IS NULL AND p.no_calls = 0
	AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.vehicle_id = v.id AND r.kind = 'service'
		AND (r.state = 'open' OR r.of_on = coalesce(v.service_due_on, v.service_expected_on)))
