-- title:  Numbers of documents or work orders have a gap or a double
WITH series AS (
	SELECT prefix || '-' || period || '-' AS head, next - 1 AS given FROM number_series
)
SELECT s.head AS number, s.given,
	(SELECT count(*) FROM document d WHERE d.number > s.head AND d.number < s.head || ':') +
	(SELECT count(*) FROM job j WHERE j.number > s.head AND j.number < s.head || ':') AS found
FROM series s
WHERE s.given <>
	(SELECT count(*) FROM document d WHERE d.number > s.head AND d.number < s.head || ':') +
	(SELECT count(*) FROM job j WHERE j.number > s.head AND j.number < s.head || ':')
