-- title:  A comeback names another car's work, or the shop bears it and it has a price
-- on:     comeback
SELECT c.id, c.job_id AS job, c.first_job_id AS first, c.bears, l.price
FROM comeback c
LEFT JOIN job_line l ON l.id = c.id
LEFT JOIN job j ON j.id = c.job_id
LEFT JOIN job f ON f.id = c.first_job_id
WHERE l.job_id IS NOT c.job_id OR f.id >= j.id OR f.vehicle_id IS NOT j.vehicle_id
	OR c.bears <> 'charge' AND (l.price <> 0 OR l.bears IS NOT 'shop') AND l.state <> 'dropped'
