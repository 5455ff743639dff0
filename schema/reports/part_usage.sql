-- title:  Cost and usage of parts
-- group:  Stock
-- key:    code
-- param:  period    range  required  default=m..today
-- param:  category  ref:part_categories  filter=category_id
-- col:    code       code   14  "Part"
-- col:    name       text   22  "Description"
-- col:    bought     qty     9  "Bought"
-- col:    bought_v   money  12  "For"  sum right=cost.see
-- col:    unit_cost  money  10  "Each"  right=cost.see drop=90
-- col:    used       qty     9  "Used in jobs"
-- col:    used_v     money  12  "Cost"  sum right=cost.see
-- col:    other      qty     9  "Other out"  drop=100
-- col:    other_v    money  12  "Other cost"  sum right=cost.see drop=110
-- hide:   category_id int
SELECT p.category_id, p.code, p.name, sum(iif(d.kind_id = 10, m.qty, 0)) AS bought, sum(iif(d.kind_id = 10, m.value, 0)) AS bought_v,
	muldiv(sum(iif(d.kind_id = 10, m.value, 0)), 1000, nullif(sum(iif(d.kind_id = 10, m.qty, 0)), 0)) AS unit_cost,
	-sum(iif(m.job_id IS NOT NULL, m.qty, 0)) AS used, -sum(iif(m.job_id IS NOT NULL, m.value, 0)) AS used_v,
	-sum(iif(m.job_id IS NULL AND m.qty < 0 AND d.kind_id NOT IN (64, 65), m.qty, 0)) AS other,
	-sum(iif(m.job_id IS NULL AND m.qty < 0 AND d.kind_id NOT IN (64, 65), m.value, 0)) AS other_v
FROM stock_move m
JOIN document d ON d.id = m.document_id
JOIN part p ON p.id = m.part_id
WHERE m.day BETWEEN :period_from AND :period_to
GROUP BY p.id
