-- The screen of the next step of a work order, on every list the same, and the one where it is read and added to.
CREATE VIEW job_next AS
SELECT id, step, iif(state IN ('received', 'in_work'), 'estimate', step) AS page
FROM (SELECT j.id, j.state,
	CASE j.state
	WHEN 'finished' THEN iif(j.check_id IS NULL AND EXISTS (SELECT 1 FROM repair_gate r
			WHERE r.repair_type_id = j.repair_type_id AND r.gate_id = 3), 'check', 'settle')
	WHEN 'settled' THEN iif(EXISTS (SELECT 1 FROM bill b JOIN bill_open o ON o.id = b.id JOIN party t ON t.id = b.party_id
			WHERE b.document_id = j.settlement_id AND t.terms_days IS NULL), 'pay', 'handover')
	WHEN 'handed_over' THEN 'job_papers'
	WHEN 'cancelled' THEN 'job_papers'
	ELSE CASE
		WHEN NOT EXISTS (SELECT 1 FROM job_line l WHERE l.job_id = j.id AND l.state = 'on') THEN 'estimate'
		WHEN ifnull((SELECT value FROM setting WHERE name = 'job.authorise'), '1') <> '0' AND EXISTS (
			SELECT 1 FROM job_line l WHERE l.job_id = j.id AND l.state = 'on' AND l.authorised = 0) THEN 'estimate'
		WHEN EXISTS (SELECT 1 FROM repair_gate r WHERE r.repair_type_id = j.repair_type_id AND r.gate_id = 1)
			AND EXISTS (SELECT 1 FROM job_line l WHERE l.job_id = j.id AND l.kind = 'labour' AND l.state = 'on'
				AND NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.line_id = l.id)) THEN 'dispatch'
		WHEN EXISTS (SELECT 1 FROM job_line l WHERE l.job_id = j.id AND l.kind = 'part' AND l.state = 'on'
			AND l.part_id IS NOT NULL AND l.qty > l.issued_qty) THEN 'issue'
		ELSE 'finish' END
	END AS step
FROM job j);
