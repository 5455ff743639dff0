-- title:  An entry of the ledger does not sum to zero
-- on:     entry
SELECT e.id, d.number AS document, sum(l.amount) AS sum, count(l.id) AS lines, e.lines AS sealed
FROM entry e
JOIN document d ON d.id = e.document_id
LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY e.id
HAVING sum(l.amount) IS NOT 0 OR count(l.id) <> e.lines
