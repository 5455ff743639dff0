-- title:  Somebody is not found by name or phone
-- on:     party
SELECT p.id, p.kind FROM party p
WHERE p.merged_into IS NULL AND ((length(CAST(ltrim(fold(p.name), '<>') AS BLOB)) BETWEEN 1 AND 200 AND NOT EXISTS (SELECT 1 FROM search_word w
		WHERE w.word = ltrim(fold(p.name), '<>') AND w.kind = p.kind AND w.ref_id = p.id))
	OR (p.phone IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(p.phone) AND w.kind = p.kind
		AND w.ref_id = p.id))
	OR (p.phone IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_infix_content i WHERE i.id = p.id * 4
		AND holds(i.c0, fold(p.phone)))))
