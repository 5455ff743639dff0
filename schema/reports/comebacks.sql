-- title:  Work that came back
-- group:  Workshop
-- key:    number pos
-- order:  -day number pos
-- param:  period  range  filter=day  default=m..today
-- col:    day         date   10  "Day"
-- col:    number      code   14  "Work order"
-- col:    plate       plate  10  "Plate"  find
-- col:    text        text   12  "Description"  find
-- col:    first       code   14  "First time"
-- col:    days        int     4  "Days"
-- col:    km          int     7  "km"  drop=100
-- col:    technician  text    8  "First by"  drop=90
-- col:    bears       choice:comeback_bearing  8  "Bears"
-- col:    cause       choice:comeback_cause  8  "Cause"  drop=95
-- col:    reason      text   16  "Reason"  drop=130
-- col:    cost        money  10  "Cost"  sum drop=110 right=cost.see
-- hide:   pos int
SELECT j.received_on AS day, j.number, l.pos, v.plate, l.text, f.number AS first, j.received_on - f.settled_on AS days,
	j.odometer_km - f.odometer_km AS km, u.title AS technician, c.bears, c.cause, c.reason,
	(SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = j.id AND m.job_line_id = l.id) AS cost
FROM comeback c
JOIN job_line l ON l.id = c.id
JOIN job j ON j.id = c.job_id
JOIN job f ON f.id = c.first_job_id
JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN job_line o ON o.id = c.first_line_id
LEFT JOIN user u ON u.id = o.technician_id
WHERE l.state <> 'dropped'
