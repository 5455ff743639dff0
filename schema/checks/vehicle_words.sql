-- title:  A car is not found by its plate or VIN
-- on:     vehicle
SELECT v.id, v.plate FROM vehicle v
WHERE v.merged_into IS NULL AND (NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(v.plate) AND w.kind = 'vehicle' AND w.ref_id = v.id)
	OR NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = '<' || backwards(fold(v.plate)) AND w.kind = 'vehicle'
		AND w.ref_id = v.id)
	OR (v.vin IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.word = fold(v.vin) AND w.kind = 'vehicle'
		AND w.ref_id = v.id))
	OR NOT EXISTS (SELECT 1 FROM search_infix_content i WHERE i.id = v.id * 4 + 1 AND holds(i.c0, fold(v.plate))))
