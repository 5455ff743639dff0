-- title:  Numbers of documents or work orders have a gap or a double
-- on:     number_series
WITH last AS (
	SELECT id, prefix || '-' || period || '-' || printf('%04d', next - 1) AS number,
		prefix || '-' || period || '-' || printf('%04d', next) AS free
	FROM number_series
)
SELECT l.id, l.number, l.free
FROM last l
WHERE (SELECT count(*) FROM document d WHERE d.number = l.number) + (SELECT count(*) FROM job j WHERE j.number = l.number) <> 1
	OR EXISTS (SELECT 1 FROM document d WHERE d.number = l.free) OR EXISTS (SELECT 1 FROM job j WHERE j.number = l.free)
