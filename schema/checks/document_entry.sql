-- title:  A document has an entry that it should not have, or lacks one
-- on:     document
SELECT d.id, d.number, d.amount, e.id AS entry
FROM document d
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN entry e ON e.document_id = d.id
WHERE (k.entry = 0 AND e.id IS NOT NULL) OR (k.entry = 1 AND d.amount <> 0 AND e.id IS NULL
	AND NOT EXISTS (SELECT 1 FROM document o JOIN document_kind ok ON ok.id = o.kind_id WHERE o.id = d.reverses_id AND ok.entry = 0))
