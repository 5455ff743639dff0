-- title:  The value of a part is not the balance of its account
WITH posted AS (
	SELECT part_id, sum(amount) AS amount FROM entry_line WHERE account_id = 7 GROUP BY part_id
)
SELECT p.code AS part, v.value, t.amount AS posted
FROM part p
LEFT JOIN stock_value v ON v.id = p.id
LEFT JOIN posted t ON t.part_id = p.id
WHERE ifnull(v.value, 0) <> ifnull(t.amount, 0)
