-- title:  Whole history of a car
-- key:    day visit pos
-- order:  -day -visit pos
-- param:  vehicle  ref:vehicles  filter=vehicle_id  required
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  find
-- col:    kind    choice:history_kind  8  "Kind"
-- col:    text    text   34  "Description"  find
-- col:    qty     qty     8  "Quantity"  drop=90
-- col:    amount  money  11  "Amount"
-- hide:   vehicle_id int
-- hide:   visit int
-- hide:   pos int
-- hide:   job_id int
-- watch:  job job_line advice payment reminder_call
SELECT j.vehicle_id, j.received_on AS day, j.id AS visit, 9000000000 AS pos, j.id AS job_id, j.number, 'visit' AS kind,
	ifnull(j.odometer_km || ' km  ', '') || j.complaint AS text, NULL AS qty, j.total AS amount
FROM job j WHERE j.state <> 'cancelled'
UNION ALL
SELECT j.vehicle_id, j.received_on, j.id, 8000000000 - l.pos, j.id, j.number, iif(l.state = 'declined', 'declined', l.kind),
	l.text || ifnull('  ' || l.reason, ''), l.qty, l.amount
FROM job j JOIN job_line l ON l.job_id = j.id
WHERE l.state IN ('on', 'declined') AND j.state <> 'cancelled'
UNION ALL
SELECT a.vehicle_id, j.received_on, j.id, 7000000000 - a.id, j.id, j.number, 'advice', a.text, NULL, NULL
FROM advice a JOIN job j ON j.id = a.job_id
WHERE a.state <> 'dropped'
UNION ALL
SELECT j.vehicle_id, j.received_on, j.id, 6000000000 - y.id, j.id, d.number, iif(y.amount < 0, 'refund', 'payment'),
	p.name, NULL, y.amount
FROM job j JOIN payment y ON y.job_id = j.id JOIN document d ON d.id = y.document_id JOIN party p ON p.id = y.party_id
UNION ALL
SELECT j.vehicle_id, j.received_on, j.id, 5000000000 - h.id, j.id, d.number, 'handover', h.collected_by, NULL, NULL
FROM handover h JOIN job j ON j.id = h.job_id JOIN document d ON d.id = h.id
UNION ALL
SELECT v.vehicle_id, v.day, 0, v.id * 1000000 + 999999, NULL, v.number, 'visit', ifnull(v.odometer_km || ' km  ', '') || ifnull(v.complaint, ''),
	NULL, v.total
FROM past_visit v
UNION ALL
SELECT v.vehicle_id, v.day, 0, v.id * 1000000 + 999998 - (SELECT count(*) FROM past_line x WHERE x.visit_id = v.id AND x.id < l.id), NULL, v.number, l.kind, l.text, l.qty, l.amount
FROM past_visit v JOIN past_line l ON l.visit_id = v.id
UNION ALL
SELECT r.vehicle_id, c.called_on, 0, 3000000000 + c.id, NULL, NULL, 'call', ifnull(c.words, r.text), NULL, NULL
FROM reminder_call c JOIN reminder r ON r.id = c.reminder_id
UNION ALL
SELECT f.vehicle_id, f.until_on, 0, 4000000000 + f.id, NULL, NULL, 'plate', f.plate, NULL, NULL
FROM vehicle_plate f
