-- title:  Somebody has reviewed his own document, or a reviewed one was reversed
-- on:     review
SELECT r.id, d.number, u.name AS reviewer
FROM review r
JOIN document d ON d.id = r.document_id
JOIN user u ON u.id = r.user_id
WHERE (r.verdict <> 'undone' AND r.user_id = d.user_id)
	OR (r.verdict = 'reviewed' AND r.id = (SELECT max(x.id) FROM review x WHERE x.document_id = r.document_id)
		AND EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.document_id))
