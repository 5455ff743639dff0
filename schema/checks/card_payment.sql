-- title:  What a member card paid is not what it lost
-- on:     payment
SELECT y.id, d.number, y.amount,
	(SELECT -sum(m.principal + m.gift) FROM card_move m WHERE m.document_id = y.document_id) AS moved
FROM payment y
JOIN document d ON d.id = y.document_id
WHERE y.method_id = 6 AND (SELECT sum(o.amount) FROM payment o WHERE o.document_id = y.document_id AND o.method_id = 6)
	IS NOT (SELECT -sum(m.principal + m.gift) FROM card_move m WHERE m.document_id = y.document_id)
