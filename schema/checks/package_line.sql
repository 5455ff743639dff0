-- title:  A line of a package is of the list and in words at once, or in words without a price
-- on:     package_line
SELECT id, package_id AS package, pos, kind, price FROM package_line
WHERE (kind = 'labour' AND (part_id IS NOT NULL OR labour_id IS NULL AND price IS NULL))
	OR (kind = 'part' AND labour_id IS NOT NULL) OR kind NOT IN ('labour', 'part', 'fee')
	OR (kind = 'fee' AND (part_id IS NOT NULL OR labour_id IS NOT NULL OR price IS NULL))
