-- title:  Over and short by cashier
-- rule:   What was counted less what was expected, by who had opened the till.
-- group:  Money
-- key:    person till
-- param:  day  range  required  default=m..today
-- col:    person    text   14  "Cashier"
-- col:    till      code    6  "Till"
-- col:    closings  int     8  "Closings"  sum
-- col:    over      money  11  "Over"   sum explain=till_closings.over
-- col:    short     money  11  "Short by"  sum explain=till_closings.short
-- col:    net       money  11  "Difference"  sum explain=till_closings.difference
-- chart:  net
-- hide:   till_id int
-- hide:   opener_id int
SELECT s.till_id, s.opened_by AS opener_id, u.title AS person, t.code AS till, count(DISTINCT d.id) AS closings, sum(max(n.difference, 0)) AS over,
	sum(min(n.difference, 0)) AS short, sum(n.difference) AS net
FROM document d
JOIN till_count n ON n.document_id = d.id
JOIN till_shift s ON s.id = n.shift_id
JOIN till t ON t.id = s.till_id
JOIN user u ON u.id = s.opened_by
WHERE d.day BETWEEN :day_from AND :day_to
GROUP BY s.opened_by, s.till_id
