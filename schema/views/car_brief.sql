-- title:  To know before the car is received
-- group:  Workshop
-- key:    pos ref
-- param:  plate  plate  required
-- col:    what    choice:word  16  "What"
-- col:    day     date   10  "Day"
-- col:    text    text   30  "Description"
-- col:    km      int     8  "km"
-- col:    amount  money  10  "Amount"
-- hide:   pos int
-- hide:   ref int
-- watch:  job reminder vehicle bill_open
WITH prefix AS (SELECT ifnull((SELECT value FROM setting WHERE name = 'plate.prefix'), '') AS start),
car AS (
	SELECT m.* FROM vehicle v, prefix p JOIN vehicle m ON m.id = coalesce(v.merged_into, v.id)
	WHERE v.plate IN (:plate, p.start || :plate, substr(p.start, 1, 1) || :plate)
	ORDER BY v.plate = :plate DESC, v.plate = p.start || :plate DESC LIMIT 1
),
ahead AS (SELECT :today + ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'remind.ahead_days'), 14) AS day)
SELECT 1 AS pos, j.id AS ref, 'Open work order' AS what, j.received_on AS day, j.number || '  ' || j.complaint AS text,
	NULL AS km, j.total AS amount
FROM car c JOIN job j ON j.vehicle_id = c.id
WHERE j.state NOT IN ('handed_over', 'cancelled')
UNION ALL
SELECT 2, c.customer_id, 'Owes', min(o.due_on), p.name, NULL, sum(o.amount)
FROM car c JOIN bill_open o ON o.party_id = c.customer_id JOIN party p ON p.id = c.customer_id
GROUP BY c.customer_id
UNION ALL
SELECT 3, c.id, 'Service due', ifnull(c.service_expected_on, c.service_due_on), NULL, c.service_due_km, NULL
FROM car c WHERE ifnull(c.service_expected_on, c.service_due_on) <= (SELECT day FROM ahead)
UNION ALL
SELECT 4, c.id, 'Inspection due', c.inspection_due_on, NULL, NULL, NULL
FROM car c WHERE c.inspection_due_on <= (SELECT day FROM ahead)
UNION ALL
SELECT 5, c.id, 'Insurance due', c.insurance_due_on, NULL, NULL, NULL
FROM car c WHERE c.insurance_due_on <= (SELECT day FROM ahead)
UNION ALL
SELECT 6, r.id, 'Reminder', r.due_on, r.text, r.due_km, NULL
FROM car c CROSS JOIN reminder r ON r.vehicle_id = c.id
WHERE +r.state = 'open' AND r.kind = 'other' AND r.due_on <= (SELECT day FROM ahead)
UNION ALL
SELECT * FROM (
	SELECT 7, l.id, 'Declined', j.received_on, l.text, NULL, l.amount
	FROM car c CROSS JOIN job j ON j.vehicle_id = c.id CROSS JOIN job_line l ON l.job_id = j.id AND l.state = 'declined'
	WHERE j.state = 'handed_over'
	ORDER BY j.received_at DESC, l.id LIMIT 6)
UNION ALL
SELECT * FROM (
	SELECT 8, a.id, 'Advice', j.received_on, a.text, NULL, NULL
	FROM car c CROSS JOIN advice a ON a.vehicle_id = c.id AND a.state = 'open' CROSS JOIN job j ON j.id = a.job_id
	ORDER BY a.id DESC LIMIT 6)
UNION ALL
SELECT * FROM (
	SELECT 9, j.id, 'Last visit', j.received_on, j.complaint, j.odometer_km, j.total
	FROM car c CROSS JOIN job j ON j.vehicle_id = c.id AND j.state = 'handed_over'
	ORDER BY j.received_at DESC, j.id DESC LIMIT 1)
UNION ALL
SELECT * FROM (
	SELECT 9, -v.id, 'Last visit', v.day, v.complaint, v.odometer_km, v.total
	FROM car c JOIN past_visit v ON v.vehicle_id = c.id
	WHERE NOT EXISTS (SELECT 1 FROM job j WHERE j.vehicle_id = c.id AND j.state = 'handed_over')
	ORDER BY v.day DESC, v.id DESC LIMIT 1)
UNION ALL
SELECT 10, c.id, 'Driver', NULL, c.driver || '  ' || ifnull(c.driver_phone, ''), NULL, NULL FROM car c WHERE c.driver IS NOT NULL
UNION ALL
SELECT 11, c.id, 'Note', NULL, c.note, NULL, NULL FROM car c WHERE c.note IS NOT NULL
