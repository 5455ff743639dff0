-- title:  A part is not found by its code or barcode
SELECT p.id, p.code FROM part p
WHERE NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(p.code) AND w.kind = 'part' AND w.ref_id = p.id)
	OR (p.barcode IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(p.barcode)
		AND w.kind = 'part' AND w.ref_id = p.id))
