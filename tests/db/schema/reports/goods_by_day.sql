-- title:  Goods by day
-- key:    day
-- param:  day    range  required
-- param:  shelf  ref:shelves
-- param:  me     int
-- param:  least  int  default=1
-- col:    day    date   10  "Day"
-- col:    n      int     5  "Count"  sum
-- col:    mine   int     5  "Mine"
SELECT day, count(*) AS n, :user AS mine -- ':lang' and ":terminal" are no parameters here
FROM goods
WHERE day BETWEEN :day_from AND :day_to AND (:shelf IS NULL OR shelf_id = :shelf) AND :me IS NULL AND qty >= :least
GROUP BY day
