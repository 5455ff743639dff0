-- title:  Cars received by weekday and hour
-- group:  Workshop
-- key:    pos
-- param:  day  range  required  default=-3m..today
-- col:    weekday  choice:word  7  "Weekday"
-- col:    cars     int   6  "Cars"  sum
-- col:    days     int   5  "Days"  sum drop=60
-- col:    per_day  qty   8  "Per day"
-- col:    early    int   9  "Before 10"  sum
-- col:    noon     int   8  "10 to 12"  sum
-- col:    midday   int   8  "12 to 15"  sum
-- col:    late     int   9  "After 15"  sum
-- hide:   pos int
-- chart:  cars
WITH came AS (
	SELECT received_on, (received_on + 3) % 7 AS pos, (received_at + :offset * 60) % 86400 / 3600 AS hour
	FROM job WHERE received_on BETWEEN :day_from AND :day_to AND state <> 'cancelled'
)
SELECT pos, CASE pos WHEN 0 THEN 'Mon' WHEN 1 THEN 'Tue' WHEN 2 THEN 'Wed' WHEN 3 THEN 'Thu' WHEN 4 THEN 'Fri' WHEN 5 THEN 'Sat'
		ELSE 'Sun' END AS weekday,
	count(*) AS cars, count(DISTINCT received_on) AS days, muldiv(count(*), 1000, count(DISTINCT received_on)) AS per_day,
	sum(hour < 10) AS early, sum(hour IN (10, 11)) AS noon, sum(hour BETWEEN 12 AND 14) AS midday, sum(hour >= 15) AS late
FROM came GROUP BY pos
