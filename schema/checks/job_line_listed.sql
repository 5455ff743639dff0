-- title:  A line of the list has no price by the rule, or one in words has
-- on:     job_line
SELECT id, job_id AS job, pos, rule_price FROM job_line
WHERE (part_id IS NULL AND labour_id IS NULL) <> (rule_price IS NULL)
