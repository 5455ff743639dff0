-- How bills were settled: each part of a bill, by the document that settled it; a reversal counts back on its own day.
CREATE VIEW bill_part AS
SELECT x.day, x.id AS document_id, a.bill_id, CASE s.kind_id WHEN 45 THEN 'credited' WHEN 4 THEN 'advance' ELSE 'paid' END AS how, a.amount
FROM document x
JOIN allocation a ON a.document_id = x.id AND a.since_id IS NULL
JOIN document s ON s.id = coalesce(x.reverses_id, x.id)
UNION ALL
SELECT x.day, x.id, a.bill_id, iif(s.kind_id = 4, 'advance', 'paid'), a.amount
FROM document x
JOIN allocation a ON a.since_id = x.id
JOIN document s ON s.id = a.document_id
UNION ALL -- what was written off was not paid
SELECT x.day, x.id, w.bill_id, 'paid', -w.amount * iif(x.reverses_id IS NULL, 1, -1)
FROM document x JOIN write_off w ON w.document_id = coalesce(x.reverses_id, x.id)
WHERE w.amount > 0
UNION ALL
SELECT x.day, x.id, w.bill_id, w.how, w.amount * iif(x.reverses_id IS NULL, 1, -1)
FROM document x JOIN write_off w ON w.document_id = coalesce(x.reverses_id, x.id);
