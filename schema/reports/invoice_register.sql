-- title:  Invoice register
-- rule:   Numbers that were used, in their order: a void one counts nothing, a red letter below zero.
-- group:  Money
-- key:    invoice_no
-- order:  invoice_no | -day invoice_no
-- param:  day    range  required  default=m..today
-- param:  type   ref:invoice_types  filter=type_id
-- col:    invoice_no  code   20  "Invoice number"
-- col:    day         date   10  "Day"
-- col:    type        choice:word  24  "Type"  drop=120
-- col:    title       text   16  "Title"
-- col:    tax_no      code   20  "Tax number"  drop=140
-- col:    net         money  12  "Net"     sum drop=100
-- col:    tax         money  11  "Tax"     sum drop=110
-- col:    amount      money  12  "Amount"  sum explain=invoice_bills
-- col:    state       choice:invoice_state  8  "State"
-- hide:   type_id int
-- hide:   invoice_id int
SELECT i.type_id, i.id AS invoice_id, i.code || i.no AS invoice_no, d.day, t.title AS type, i.title, i.tax_no,
	iif(x.id IS NULL, i.net, 0) AS net, iif(x.id IS NULL, i.tax, 0) AS tax, iif(x.id IS NULL, i.amount, 0) AS amount,
	CASE WHEN x.id IS NOT NULL THEN 'void' WHEN i.red_of IS NOT NULL THEN 'red'
		ELSE CASE ifnull((SELECT i.amount + sum(r.amount) FROM invoice r WHERE r.red_of = i.id
				AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = r.id)), i.amount)
			WHEN i.amount THEN 'valid' WHEN 0 THEN 'taken_back' ELSE 'partly' END END AS state
FROM document d
JOIN invoice i ON i.id = d.id
JOIN invoice_type t ON t.id = i.type_id
LEFT JOIN document x ON x.reverses_id = i.id
WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id IN (105, 106)
