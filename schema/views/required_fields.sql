-- title:  Required fields
-- group:  Settings
-- key:    id
-- order:  id
-- col:    command      text  20  "Command"      find
-- col:    field        text  20  "Field"        find
-- col:    repair_type  choice:word  20  "Repair type"
-- hide:   id int
-- hide:   repair_type_id int
-- watch:  required_field
-- desk
SELECT f.id, f.command, f.field, t.title AS repair_type, f.repair_type_id
FROM required_field f LEFT JOIN repair_type t ON t.id = f.repair_type_id
