-- title:  The shares of a dispatched line do not make 100 percent
-- on:     dispatch
SELECT d.id, d.line_id AS line, (SELECT sum(x.share) FROM dispatch x WHERE x.line_id = d.line_id) AS shares
FROM dispatch d
WHERE (SELECT sum(x.share) FROM dispatch x WHERE x.line_id = d.line_id) <> 10000
