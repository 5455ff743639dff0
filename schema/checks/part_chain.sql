-- title:  Numbers replace each other in a circle
-- on:     part
SELECT p.id, p.code FROM part p
WHERE p.superseded_by IS NOT NULL AND NOT EXISTS (
	WITH RECURSIVE chain (id, next) AS (
		SELECT q.id, q.superseded_by FROM part q WHERE q.id = p.superseded_by
		UNION SELECT q.id, q.superseded_by FROM chain c JOIN part q ON q.id = c.next
	)
	SELECT 1 FROM chain WHERE next IS NULL)
