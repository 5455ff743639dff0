-- title:  A shelf is too full
-- on:     goods shelf
SELECT s.id, count(*) AS goods FROM shelf s JOIN goods g ON g.shelf_id = s.id
WHERE g.qty > 100000
AND s.id = :id
GROUP BY s.id HAVING count(*) > 2
