-- title:  Which part fits which model
-- key:    model text
-- order:  model
-- param:  line  ref:package_lines  filter=line_id
-- col:    model  text  20  "Model"  find
-- col:    text   text  20  "Description"  find
-- col:    code   code  14  "Part"   find
-- col:    name   text  22  "Name"   find
-- hide:   line_id int
-- watch:  package_variant
SELECT v.line_id, v.model, l.text, p.code, p.name
FROM package_variant v JOIN package_line l ON l.id = v.line_id JOIN part p ON p.id = v.part_id
