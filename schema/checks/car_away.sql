-- title:  A temporary pass and its work order do not agree on where the car is
-- on:     car_away
SELECT a.id, j.number, a.back_at, j.away_id FROM car_away a JOIN job j ON j.id = a.job_id
WHERE (a.back_at IS NULL) <> (j.away_id IS a.id)
