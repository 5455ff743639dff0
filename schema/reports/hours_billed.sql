-- title:  Hours billed and clocked by work order
-- group:  Workshop
-- key:    number
-- order:  -number
-- param:  day  range  required  default=m..today
-- col:    number   code  14  "Work order"
-- col:    plate    plate 10  "Plate"
-- col:    settled_on  date  10  "Settled on"
-- col:    hours    qty    8  "Hours billed"  sum
-- col:    clocked  qty    8  "Hours clocked"  sum
-- col:    rate     rate   8  "Billed of clocked"
SELECT j.number, v.plate, j.settled_on, h.hours, h.clocked, muldiv(h.hours, 10000, h.clocked) AS rate
FROM (SELECT j.id,
	(SELECT sum(l.hours) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.kind = 'labour') AS hours,
	(SELECT sum(c.stopped_at - c.started_at) * 1000 / 3600 FROM job_clock c WHERE c.job_id = j.id) AS clocked
FROM job j WHERE j.settled_on BETWEEN :day_from AND :day_to) h
JOIN job j ON j.id = h.id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
