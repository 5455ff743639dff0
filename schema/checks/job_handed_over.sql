-- title:  A car was handed over though a payer without days on account owes for it
-- on:     handover
SELECT h.id, j.number, p.name, o.amount
FROM handover h
JOIN job j ON j.id = h.job_id
JOIN bill b ON b.document_id = j.settlement_id
JOIN bill_open o ON o.id = b.id
JOIN party p ON p.id = b.party_id
JOIN document d ON d.id = b.document_id
WHERE h.override_reason IS NULL AND j.state = 'handed_over'
	-- days on account may have ended since, a payment may have been taken back since
	AND p.terms_days IS NULL AND b.due_on <= d.day
	AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.bill_id = b.id AND a.amount < 0)
