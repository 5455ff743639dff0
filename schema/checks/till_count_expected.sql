-- title:  What a closing expected is not the float and the money that came and went
-- on:     till_count
SELECT n.id, d.number, n.expected, n.counted,
	iif(n.method_id = 1, s.float_amount, 0) + ifnull((SELECT sum(y.amount) FROM payment y
		WHERE y.shift_id = n.shift_id AND y.method_id = n.method_id), 0)
		+ iif(n.method_id = 1, ifnull((SELECT sum(x.amount) FROM till_move x WHERE x.shift_id = n.shift_id), 0), 0) AS came
FROM till_count n
JOIN till_shift s ON s.id = n.shift_id
JOIN document d ON d.id = n.document_id
WHERE n.expected <> iif(n.method_id = 1, s.float_amount, 0) + ifnull((SELECT sum(y.amount) FROM payment y
		WHERE y.shift_id = n.shift_id AND y.method_id = n.method_id), 0)
		+ iif(n.method_id = 1, ifnull((SELECT sum(x.amount) FROM till_move x WHERE x.shift_id = n.shift_id), 0), 0)
