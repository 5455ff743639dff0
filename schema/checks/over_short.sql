-- title:  Over and short of a till is not the difference that was counted
SELECT n.shift_id AS shift, sum(n.difference) AS difference,
	(SELECT sum(l.amount) FROM entry_line l WHERE l.shift_id = n.shift_id AND l.account_id = 23) AS posted
FROM till_count n
GROUP BY n.shift_id
HAVING sum(n.difference) + ifnull((SELECT sum(l.amount) FROM entry_line l
	WHERE l.shift_id = n.shift_id AND l.account_id = 23), 0) <> 0
