-- title:  Consigned goods that were bought are not what is owed for them
-- on:     consign_slip
SELECT s.id, d.number, (SELECT sum(l.amount) FROM consign_line l WHERE l.document_id = s.id) AS agreed,
	(SELECT sum(p.amount) FROM payable p WHERE p.document_id = s.id) AS owed
FROM consign_slip s
JOIN document d ON d.id = s.id
WHERE iif(d.kind_id = 127, ifnull((SELECT sum(l.amount) FROM consign_line l WHERE l.document_id = s.id), 0), 0)
	<> ifnull((SELECT sum(p.amount) FROM payable p WHERE p.document_id = s.id), 0)
