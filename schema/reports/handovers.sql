-- title:  Turnover by handover, and settled but not handed over
-- group:  Workshop
-- key:    day basis
-- param:  day  range  required  default=m..today
-- col:    day    date  10  "Day"
-- col:    basis  choice:word  24  "Basis"
-- col:    jobs   int    8  "Work orders"  sum
-- col:    total  money 12  "Total"  sum
SELECT j.handed_over_on AS day, 'Handed over' AS basis, count(*) AS jobs, sum(s.total) AS total
FROM job j JOIN settlement s ON s.id = j.settlement_id
WHERE j.handed_over_on BETWEEN :day_from AND :day_to
GROUP BY j.handed_over_on
UNION ALL
SELECT j.settled_on, 'Settled, not handed over', count(*), sum(s.total)
FROM job j JOIN settlement s ON s.id = j.settlement_id
WHERE j.settled_on BETWEEN :day_from AND :day_to AND j.handed_over_on IS NULL
GROUP BY j.settled_on
