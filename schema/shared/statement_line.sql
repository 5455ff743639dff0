-- The lines of a statement, by entry. Two parties that were made one have one account: what the merge moved from one to the
-- other is none of its lines.
CREATE VIEW statement_line AS
SELECT s.id AS statement_id, s.opening, e.id, e.day, e.document_id, min(l.party_id) AS party_id,
	sum(l.amount * iif(a.supplier, -1, 1)) AS amount
FROM statement s
JOIN party p ON p.id = s.party_id
JOIN statement_account a ON a.supplier = (p.kind = 'supplier')
JOIN statement_of o ON o.statement_id = s.id
JOIN entry_line l ON l.party_id = o.party_id AND l.account_id = a.account_id
JOIN entry e ON e.id = l.entry_id AND e.day BETWEEN s.from_on AND s.until_on
JOIN document d ON d.id = e.document_id
GROUP BY s.id, e.id
HAVING d.kind_id NOT IN (50, 51) OR sum(l.amount) <> 0;
