-- title:  The books do not balance on a day
SELECT e.day, sum(l.amount) AS sum
FROM entry e JOIN entry_line l ON l.entry_id = e.id
GROUP BY e.day
HAVING sum(l.amount) <> 0
