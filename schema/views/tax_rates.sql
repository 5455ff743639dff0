-- title:  Tax rates
-- group:  Money
-- key:    what id
-- id:     id
-- names:  code
-- label:  what
-- order:  what id
-- col:    kind   choice:taxed_kind  14  "Kind of line"
-- col:    code   code   16  "Code"  find
-- col:    what   text   30  "Description"  find
-- col:    rate   rate    8  "Tax rate"
-- hide:   id int
-- hide:   ver int
-- watch:  tax_rate
SELECT r.id, r.ver, coalesce(r.line_kind, iif(r.part_id, 'part', 'labour')) AS kind, coalesce(p.code, l.code, r.line_kind) AS code,
	coalesce(p.name, l.name, '') AS what, r.rate
FROM tax_rate r
LEFT JOIN part p ON p.id = r.part_id
LEFT JOIN labour l ON l.id = r.labour_id
