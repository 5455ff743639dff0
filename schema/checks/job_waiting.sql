-- title:  A work order that is not in work waits for something
-- on:     job
SELECT j.id, j.number, j.state, j.waiting FROM job j
WHERE (j.waiting IS NOT NULL AND j.state NOT IN ('received', 'in_work')) OR (j.waiting IS NULL) <> (j.waiting_since IS NULL)
