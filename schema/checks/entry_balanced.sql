-- title:  An entry of the ledger does not sum to zero
-- on:     entry
SELECT e.id, d.number AS document, (SELECT sum(l.amount) FROM entry_line l WHERE l.entry_id = e.id) AS sum,
	(SELECT count(*) FROM entry_line l WHERE l.entry_id = e.id) AS lines, e.lines AS sealed
FROM entry e
JOIN document d ON d.id = e.document_id
WHERE (SELECT sum(l.amount) IS NOT 0 OR count(*) <> e.lines FROM entry_line l WHERE l.entry_id = e.id)
