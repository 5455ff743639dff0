-- title:  More went back to a supplier than came on the receipt
-- on:     purchase_line
SELECT l.id, d.number, f.qty AS received,
	(SELECT sum(b.qty) FROM purchase_line b WHERE b.returns_id = f.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)) AS returned
FROM purchase_line l
JOIN document d ON d.id = l.document_id
JOIN purchase_line f ON f.id = l.returns_id
WHERE (SELECT sum(b.qty) FROM purchase_line b WHERE b.returns_id = f.id
	AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)) > f.qty
