-- title:  A statement of account is not what was booked
-- on:     statement
SELECT s.id, d.number, s.opening, s.charged, s.paid, s.closing
FROM statement s
JOIN document d ON d.id = s.id
JOIN party p ON p.id = s.party_id
WHERE s.closing <> s.opening + s.charged - s.paid OR d.amount <> s.closing
	OR s.opening <> ifnull((SELECT sum(l.amount * iif(a.supplier, -1, 1)) FROM statement_account a
		CROSS JOIN statement_of o ON o.statement_id = s.id
		CROSS JOIN entry_line l ON l.party_id = o.party_id AND l.account_id = a.account_id
		CROSS JOIN entry e ON e.id = l.entry_id AND e.day < s.from_on WHERE a.supplier = (p.kind = 'supplier')), 0)
	OR s.closing <> ifnull((SELECT sum(l.amount * iif(a.supplier, -1, 1)) FROM statement_account a
		CROSS JOIN statement_of o ON o.statement_id = s.id
		CROSS JOIN entry_line l ON l.party_id = o.party_id AND l.account_id = a.account_id
		CROSS JOIN entry e ON e.id = l.entry_id AND e.day <= s.until_on WHERE a.supplier = (p.kind = 'supplier')), 0)
