-- title:  An authorisation and its document differ
-- on:     authorisation
SELECT a.id, a.job_id, a.amount, d.amount AS document
FROM authorisation a JOIN document d ON d.id = a.id
WHERE d.amount <> a.amount OR d.job_id <> a.job_id OR d.kind_id <> 1
