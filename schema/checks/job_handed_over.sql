-- title:  A car was handed over though a payer without days on account owes for it
-- on:     handover
SELECT h.id, j.number, p.name, o.amount
FROM handover h
JOIN job j ON j.id = h.job_id
JOIN bill b ON b.document_id = j.settlement_id
JOIN bill_open o ON o.id = b.id
JOIN party p ON p.id = b.party_id
WHERE h.override_reason IS NULL AND p.terms_days IS NULL AND j.state = 'handed_over'
