-- title:  Hits
-- key:    rank ref_id
-- order:  rank
-- param:  q  text  required
-- col:    kind    choice:search_kind  9  "Kind"
-- col:    name    text  20  "Description"
-- col:    detail  text  30  "What"
-- col:    more    text  20  "More"
-- hide:   ref_id int
-- hide:   rank int
-- hide:   vehicle_id int
-- hide:   job_id int
-- hide:   next code
WITH word AS (
	SELECT kind, ref_id FROM (SELECT kind, ref_id FROM search_word
		WHERE word >= fold(:q) AND word < fold(:q) || char(1114111) LIMIT 300)
	UNION
	SELECT kind, ref_id FROM (SELECT kind, ref_id FROM search_word
		WHERE word >= '<' || backwards(fold(:q)) AND word < '<' || backwards(fold(:q)) || char(1114111) LIMIT 300)
), hit AS (
	SELECT kind, ref_id, max(own) AS own FROM (
		SELECT kind, ref_id, 1 AS own FROM word
		UNION ALL
		-- the cars of a customer who is named by phone or name
		SELECT 'vehicle', id, 0 FROM (SELECT v.id FROM word w
			JOIN vehicle v ON w.kind = 'customer' AND v.customer_id = w.ref_id LIMIT 100)
	) GROUP BY kind, ref_id
)
SELECT h.kind, h.ref_id, iif(h.own, 1, 2) AS rank, v.plate AS name, v.model AS detail, p.name AS more, v.id AS vehicle_id,
	j.id AS job_id, CASE j.state WHEN 'finished' THEN 'settle' WHEN 'settled' THEN 'handover' ELSE 'estimate' END AS next
FROM hit h JOIN vehicle v ON h.kind = 'vehicle' AND v.id = h.ref_id JOIN party p ON p.id = v.customer_id
LEFT JOIN job j ON j.id = (SELECT max(o.id) FROM job o WHERE o.vehicle_id = v.id AND o.state NOT IN ('handed_over', 'cancelled'))
UNION ALL
SELECT h.kind, h.ref_id, 3, p.name, p.phone, p.contact, NULL, NULL, NULL
FROM hit h JOIN party p ON h.kind IN ('customer', 'supplier', 'insurer') AND p.id = h.ref_id
UNION ALL
SELECT h.kind, h.ref_id, 4, j.number, v.plate, j.complaint, v.id, j.id,
	CASE j.state WHEN 'finished' THEN 'settle' WHEN 'settled' THEN 'handover' WHEN 'handed_over' THEN 'job_papers'
		WHEN 'cancelled' THEN 'job_papers' ELSE 'estimate' END
FROM hit h JOIN job j ON h.kind = 'job' AND j.id = h.ref_id JOIN vehicle v ON v.id = j.vehicle_id
UNION ALL
SELECT h.kind, h.ref_id, 5, p.code, p.name, p.bin, NULL, NULL, NULL
FROM hit h JOIN part p ON h.kind = 'part' AND p.id = h.ref_id
UNION ALL
SELECT h.kind, h.ref_id, 6, l.code, l.name, NULL, NULL, NULL, NULL
FROM hit h JOIN labour l ON h.kind = 'labour' AND l.id = h.ref_id
