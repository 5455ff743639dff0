-- title:  The total of a visit from before is not the sum of its lines
-- on:     past_visit
SELECT v.id, v.number, v.total, sum(l.amount) AS lines
FROM past_visit v LEFT JOIN past_line l ON l.visit_id = v.id
GROUP BY v.id
HAVING v.total <> ifnull(sum(l.amount), 0)
