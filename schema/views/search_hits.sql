-- title:  Hits
-- key:    rank ref_id
-- order:  rank
-- param:  q     text  required
-- param:  depth int
-- col:    kind    choice:search_kind  10  "Kind"
-- col:    name    text  20  "Description"
-- col:    detail  text  30  "What"
-- col:    more    text  20  "More"
-- hide:   ref_id int
-- hide:   rank int
-- hide:   vehicle_id int
-- hide:   job_id int
-- hide:   next code
WITH asked AS NOT MATERIALIZED (
	SELECT word, word || char(1114111) AS word_end, '<' || backwards(word) AS tail,
		'<' || backwards(word) || char(1114111) AS tail_end, '>' || word AS middle, '>' || word || char(1114111) AS middle_end
	FROM (SELECT nullif(ltrim(fold(:q), '<>'), '') AS word)
), found AS MATERIALIZED (
	SELECT w.kind, w.ref_id, iif(w.word = a.word, 0, 10) AS how FROM asked a CROSS JOIN search_word w
	WHERE w.word >= a.word AND w.word < a.word_end
	UNION ALL
	SELECT w.kind, w.ref_id, 20 FROM asked a CROSS JOIN search_word w WHERE w.word >= a.tail AND w.word < a.tail_end
	UNION ALL
	SELECT w.kind, w.ref_id, 30 FROM asked a CROSS JOIN search_word w WHERE w.word >= a.middle AND w.word < a.middle_end
	UNION ALL
	SELECT i.kind, i.rowid >> 2, 40 FROM asked a CROSS JOIN search_infix i
	WHERE :depth = 1 AND i.search_infix MATCH '"' || ifnull(replace(a.word, '"', '""'), '') || '"'
	UNION ALL
	SELECT i.c1, i.id >> 2, 50 FROM asked a CROSS JOIN search_infix_content i WHERE :depth = 2 AND holds(i.c0, a.word)
	LIMIT 18
), hit AS (
	SELECT kind, ref_id, min(rank) AS rank, min(rank) % 10 AS sort FROM (
		SELECT kind, ref_id, how + CASE kind WHEN 'vehicle' THEN 1 WHEN 'job' THEN 4 WHEN 'part' THEN 5
			WHEN 'labour' THEN 6 ELSE 3 END AS rank FROM found
		UNION ALL
		-- the cars of a customer who is named by phone or name
		SELECT 'vehicle', ref_id, how + 2 FROM (SELECT v.id AS ref_id, f.how FROM found f CROSS JOIN vehicle v
			ON v.customer_id = f.ref_id WHERE f.kind = 'customer' LIMIT 9)
	) GROUP BY kind, ref_id
)
SELECT h.kind, h.ref_id, h.rank,
	CASE h.sort WHEN 3 THEN p.name WHEN 4 THEN j.number WHEN 5 THEN a.code WHEN 6 THEN l.code ELSE v.plate END AS name,
	CASE h.sort WHEN 3 THEN p.phone WHEN 4 THEN v.plate WHEN 5 THEN a.name WHEN 6 THEN l.name ELSE v.model END AS detail,
	CASE h.sort WHEN 3 THEN p.contact WHEN 4 THEN j.complaint WHEN 5 THEN a.bin WHEN 6 THEN NULL ELSE p.name END AS more,
	v.id AS vehicle_id, j.id AS job_id,
	(SELECT n.step FROM job_next n WHERE n.id = j.id) AS next
FROM hit h
LEFT JOIN job j ON j.id = CASE h.sort WHEN 4 THEN h.ref_id WHEN 3 THEN NULL WHEN 5 THEN NULL WHEN 6 THEN NULL ELSE (
	SELECT max(o.id) FROM job o WHERE o.vehicle_id = h.ref_id AND o.state NOT IN ('handed_over', 'cancelled')) END
LEFT JOIN vehicle v ON v.id = CASE h.sort WHEN 1 THEN h.ref_id WHEN 2 THEN h.ref_id WHEN 4 THEN j.vehicle_id END
LEFT JOIN party p ON p.id = CASE h.sort WHEN 1 THEN v.customer_id WHEN 2 THEN v.customer_id WHEN 3 THEN h.ref_id END
LEFT JOIN part a ON h.sort = 5 AND a.id = h.ref_id
LEFT JOIN labour l ON h.sort = 6 AND l.id = h.ref_id
WHERE coalesce(v.id, p.id, a.id, l.id) IS NOT NULL
