-- title:  A line that is free has a price, or the shop bears one without a reason
-- on:     job_line
SELECT id, job_id AS job, pos, price, bears, free_reason FROM job_line
WHERE (free_reason IS NOT NULL OR bears = 'shop' OR kind = 'own_part') AND price <> 0
	OR bears = 'shop' AND free_reason IS NULL
