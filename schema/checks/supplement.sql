-- title:  A supplementary statement has another total than its settlement
-- on:     supplement
SELECT x.id, d.number, s.total, d.amount
FROM supplement x
JOIN document d ON d.id = x.id
JOIN settlement s ON s.id = x.settlement_id
WHERE s.total <> d.amount OR s.total <> ifnull((SELECT sum(l.amount) FROM supplement_line l WHERE l.supplement_id = x.id), 0)
