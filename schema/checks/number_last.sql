-- title:  Numbers of documents or work orders have a gap or a double
-- on:     number_series
SELECT s.id, s.prefix, s.period, s.next
FROM number_series s
WHERE iif(EXISTS (SELECT 1 FROM document d WHERE d.number = s.prefix || '-' || s.period || printf('-%04d', s.next - 1)),
		EXISTS (SELECT 1 FROM document d WHERE d.number = s.prefix || '-' || s.period || printf('-%04d', s.next)),
		NOT EXISTS (SELECT 1 FROM job j WHERE j.number = s.prefix || '-' || s.period || printf('-%04d', s.next - 1))
			OR EXISTS (SELECT 1 FROM job j WHERE j.number = s.prefix || '-' || s.period || printf('-%04d', s.next)))
