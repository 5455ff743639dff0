-- title:  The amount of a line is not its quantity at its price
-- on:     job_line
SELECT id, job_id AS job, pos, qty, price, amount FROM job_line
WHERE amount <> muldiv(qty, price, 1000)
