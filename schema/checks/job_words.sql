-- title:  A work order is not found by its number
-- on:     job
SELECT j.id, j.number FROM job j
WHERE NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(j.number) AND w.kind = 'job' AND w.ref_id = j.id)
