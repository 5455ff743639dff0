-- title:  An entry is dated otherwise than its document
-- on:     entry
SELECT e.id, d.number AS document, e.day, d.day AS document_day
FROM entry e JOIN document d ON d.id = e.document_id
WHERE e.day <> d.day
