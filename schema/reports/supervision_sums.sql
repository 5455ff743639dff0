-- title:  Service supervision by person
-- group:  Workshop
-- key:    person
-- param:  day  range  required  default=m..today
-- col:    person   text  14  "Served by"
-- col:    looked   int    8  "Times"     sum
-- col:    points   int    8  "Points"    sum
-- col:    bad      int    8  "Not good"  sum
-- col:    rate     rate   8  "Good of all"
-- col:    open     int   12  "Not put right"  sum
-- chart:  bad
SELECT ifnull(p.title, '-') AS person, count(DISTINCT s.id) AS looked, count(*) AS points, sum(l.ok = 0) AS bad,
	muldiv(sum(l.ok), 10000, count(*)) AS rate,
	count(DISTINCT iif(l.ok = 0 AND s.remedy IS NULL, s.id, NULL)) AS open
FROM supervision s
JOIN supervision_line l ON l.supervision_id = s.id
LEFT JOIN user p ON p.id = s.person_id
WHERE s.day BETWEEN :day_from AND :day_to
GROUP BY s.person_id
