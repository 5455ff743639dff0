-- title:  What was paid out for others is not what its entry says
-- on:     pay_out
SELECT o.id, d.number, o.amount, d.amount AS document,
	(SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = o.id AND l.account_id = 31 AND l.job_id = o.job_id) AS posted
FROM pay_out o
JOIN document d ON d.id = o.id
WHERE o.amount <> d.amount OR o.amount IS NOT (SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = o.id AND l.account_id = 31 AND l.job_id = o.job_id)
