-- title:  Doubles
-- group:  Customers
-- key:    kind id other_id
-- param:  kind   choice:merge_kind  filter=kind
-- col:    kind    choice:merge_kind  8  "Kind"
-- col:    name    text  16  "The double"  find
-- col:    about   text  16  "What"  find drop=80
-- col:    other   text  16  "The one that stays"  find
-- col:    beside  text  16  "What"  find drop=90
-- col:    why     choice:word  16  "Why"
-- hide:   id int
-- hide:   other_id int
-- hide:   customer int
-- hide:   vehicle int
-- watch:  party vehicle
WITH same AS ( -- what stands twice is found in the index alone; only then who has it
	SELECT phone, min(id) AS first FROM party
	WHERE phone IN (SELECT phone FROM party WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1)
		AND +kind = 'customer' AND merged_into IS NULL
	GROUP BY phone HAVING count(*) > 1
), car AS (
	SELECT v.id, o.id AS other_id, 'Same VIN' AS why
	FROM (SELECT vin, min(id) AS first FROM vehicle
		WHERE vin IN (SELECT vin FROM vehicle WHERE vin IS NOT NULL GROUP BY vin HAVING count(*) > 1) AND merged_into IS NULL
		GROUP BY vin HAVING count(*) > 1) x
	JOIN vehicle v ON v.vin = x.vin AND v.id <> x.first AND v.merged_into IS NULL
	JOIN vehicle o ON o.id = x.first
	UNION ALL
	SELECT v.id, o.id, 'Its former plate'
	FROM vehicle_plate f JOIN vehicle v ON v.plate = f.plate AND v.merged_into IS NULL
	JOIN vehicle o ON o.id = f.vehicle_id AND o.id <> v.id AND o.merged_into IS NULL
	WHERE v.vin IS NULL OR o.vin IS NULL OR v.vin = o.vin
	UNION ALL
	SELECT v.id, o.id, 'Same engine'
	FROM (SELECT engine_no, min(id) AS first FROM vehicle
		WHERE engine_no IN (SELECT engine_no FROM vehicle WHERE engine_no IS NOT NULL GROUP BY engine_no HAVING count(*) > 1)
			AND merged_into IS NULL
		GROUP BY engine_no HAVING count(*) > 1) x
	JOIN vehicle v ON v.engine_no = x.engine_no AND v.id <> x.first AND v.merged_into IS NULL
	JOIN vehicle o ON o.id = x.first
	WHERE v.vin IS NULL OR o.vin IS NULL
)
SELECT 'customer' AS kind, p.id, o.id AS other_id, p.name,
	(SELECT group_concat(plate, ' ') FROM (SELECT plate FROM vehicle WHERE customer_id = p.id LIMIT 2)) AS about,
	o.name AS other,
	(SELECT group_concat(plate, ' ') FROM (SELECT plate FROM vehicle WHERE customer_id = o.id LIMIT 2)) AS beside,
	'Same phone' AS why, p.id AS customer, NULL AS vehicle
FROM same s
JOIN party p ON p.phone = s.phone AND p.kind = 'customer' AND p.merged_into IS NULL AND p.id <> s.first
JOIN party o ON o.id = s.first
UNION ALL
SELECT 'vehicle', c.id, c.other_id, v.plate, trim(ifnull(v.make, '') || ' ' || ifnull(v.model, '')), o.plate,
	trim(ifnull(o.make, '') || ' ' || ifnull(o.model, '')), c.why, NULL, c.id
FROM car c JOIN vehicle v ON v.id = c.id JOIN vehicle o ON o.id = c.other_id
