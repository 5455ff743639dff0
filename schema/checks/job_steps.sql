-- title:  The steps of a work order are not in order
-- on:     job_step
SELECT s.id, s.job_id, s.from_state, s.to_state FROM job_step s
WHERE s.from_state IS NOT (SELECT p.to_state FROM job_step p WHERE p.job_id = s.job_id AND p.id < s.id ORDER BY p.id DESC LIMIT 1)
	OR instr('|>received|received>in_work|received>finished|in_work>finished|finished>in_work|finished>settled|settled>finished|'
		|| 'settled>handed_over|handed_over>settled|handed_over>finished|received>cancelled|in_work>cancelled|finished>cancelled|',
		'|' || ifnull(s.from_state, '') || '>' || s.to_state || '|') = 0
