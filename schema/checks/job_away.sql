-- title:  A car that is out on a temporary pass was handed over or cancelled
-- on:     job
SELECT j.id, j.number, j.state FROM job j
WHERE j.away_id IS NOT NULL AND (j.state IN ('handed_over', 'cancelled')
	OR NOT EXISTS (SELECT 1 FROM car_away a WHERE a.id = j.away_id AND a.back_at IS NULL))
