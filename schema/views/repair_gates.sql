-- title:  Step-by-step mode
-- group:  Settings
-- key:    code gate
-- id:     id
-- order:  code
-- col:    repair_type  choice:word  16  "Repair type"
-- col:    gate    code  10  "Gate"  find drop=100
-- col:    title   choice:word  44  "What is asked for"
-- col:    on      bool  5  "Asked"
-- hide:   id int
-- hide:   code code
-- watch:  repair_gate repair_type
SELECT t.id * 100 + g.id AS id, t.code, t.title AS repair_type, g.code AS gate, g.title,
	r.id IS NOT NULL AS [on]
FROM repair_type t CROSS JOIN gate g
LEFT JOIN repair_gate r ON r.repair_type_id = t.id AND r.gate_id = g.id
