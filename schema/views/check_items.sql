-- title:  Points of the quality check
-- group:  Settings
-- key:    id
-- id:     id
-- names:  text
-- label:  text
-- order:  id
-- col:    text         choice:word  40  "What is looked at"
-- col:    repair_type  choice:word  20  "Repair type"
-- hide:   id int
-- watch:  check_item
-- desk
SELECT i.id, i.text, t.title AS repair_type
FROM check_item i LEFT JOIN repair_type t ON t.id = i.repair_type_id
WHERE i.active = 1
