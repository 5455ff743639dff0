-- title:  A work order is settled without a settlement, or the other way round
-- on:     job
SELECT j.id, j.number, j.state, j.settlement_id FROM job j
WHERE (j.settlement_id IS NULL) <> (j.state NOT IN ('settled', 'handed_over'))
	OR (j.settled_at IS NULL) <> (j.settlement_id IS NULL)
