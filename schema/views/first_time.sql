-- title:  Done before, and still answered for
-- key:    number pos
-- order:  -number pos
-- param:  line  ref:job_lines  required
-- col:    number      code   14  "Work order"
-- col:    day         date   10  "Settled on"
-- col:    days        int     5  "Days"
-- col:    km          int     7  "km"
-- col:    text        text   20  "Description"
-- col:    technician  text   10  "Technician"
-- col:    price       money  10  "Price"
-- hide:   id int
-- hide:   job_id int
-- hide:   pos int
-- watch:  job job_line
SELECT b.id, h.id AS job_id, b.pos, h.number, h.settled_on AS day, j.received_on - h.settled_on AS days,
	j.odometer_km - h.odometer_km AS km, b.text, u.title AS technician, b.price
FROM job_line l
JOIN job j ON j.id = l.job_id
JOIN job h ON h.vehicle_id = j.vehicle_id AND h.id < j.id AND h.settled_on IS NOT NULL
JOIN job_line b ON b.job_id = h.id AND (b.part_id = l.part_id OR b.labour_id = l.labour_id) AND b.state = 'on'
LEFT JOIN user u ON u.id = b.technician_id
WHERE l.id = :line
