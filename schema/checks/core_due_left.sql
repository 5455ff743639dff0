-- title:  What a supplier is to credit for a document is not what was sent with it and not credited
-- on:     core_due
WITH sent AS (
	SELECT d.id, d.number, (SELECT sum(s.amount) FROM core_sent s WHERE s.document_id = d.id) AS amount,
		EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
			OR EXISTS (SELECT 1 FROM core_credit c WHERE c.sent_id = d.id
				AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id)) AS done
	FROM document d WHERE EXISTS (SELECT 1 FROM core_sent s WHERE s.document_id = d.id)
)
SELECT s.id, s.number, s.amount, c.amount AS due
FROM sent s
LEFT JOIN core_due c ON c.id = s.id
WHERE iif(s.done, c.id IS NOT NULL, c.amount IS NOT s.amount)
