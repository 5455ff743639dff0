-- title:  Required fields
-- group:  Settings
-- key:    id
-- order:  id
-- col:    step         choice:word  24  "Step"
-- col:    title        choice:word  22  "Field"
-- col:    repair_type  choice:word  20  "Repair type"
-- hide:   id int
-- hide:   repair_type_id int
-- hide:   command text
-- hide:   field text
-- watch:  required_field
-- desk
SELECT f.id, ifnull(a.step, f.command) AS step, ifnull(a.title, f.field) AS title, t.title AS repair_type,
	f.repair_type_id, f.command, f.field
FROM required_field f
LEFT JOIN askable a ON a.command = f.command AND a.field = f.field
LEFT JOIN repair_type t ON t.id = f.repair_type_id
