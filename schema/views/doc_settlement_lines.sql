-- title:  Lines of a settlement
-- key:    pos id
-- param:  document  ref:documents  filter=settlement_id  required
-- col:    pos       int     3  "No."
-- col:    kind      choice:job_line_kind  6  "Kind"
-- col:    code      code   12  "Code"
-- col:    text      text   26  "Description"
-- col:    qty       qty     7  "Quantity"
-- col:    unit      text    4  "Unit"
-- col:    price     money  10  "Price"
-- col:    discount  money   9  "Discount"
-- col:    amount    money  11  "Amount"
-- col:    free      text    30  "Free of charge"
-- hide:   section code
-- hide:   id int
-- hide:   settlement_id int
SELECT s.id, s.settlement_id, l.pos, s.kind, ifnull(p.code, w.code) AS code, s.text, s.qty, p.unit,
	iif(m.hide_amounts OR s.kind = 'own_part', NULL, s.price) AS price,
	iif(m.hide_amounts, NULL, nullif(-s.discount, 0)) AS discount,
	iif(m.hide_amounts OR s.kind = 'own_part', NULL, s.amount) AS amount,
	iif(s.amount = 0, l.free_reason, NULL) AS free,
	CASE s.kind WHEN 'own_part' THEN 'part' WHEN 'sublet' THEN 'fee' ELSE s.kind END AS section
FROM settlement_line s
JOIN job_line l ON l.id = s.job_line_id
JOIN job j ON j.id = l.job_id
JOIN repair_mode m ON m.id = j.repair_mode_id
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN labour w ON w.id = l.labour_id
