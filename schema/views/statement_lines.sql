-- title:  Lines of a statement
-- rule:   The balance is what stood before, and each document after it in its order.
-- group:  Money
-- key:    id
-- order:  id
-- param:  statement  ref:statements  filter=statement_id  required
-- col:    agreed    text   10  "Agreed by"
-- col:    day       date   10  "Day"
-- col:    kind      choice:word  14  "Kind"  drop=110
-- col:    document  code   14  "Document" explain=booked
-- col:    original_no  code  14  "Supplier's number"  drop=130
-- col:    plate     plate  10  "Plate"    drop=90
-- col:    charged   money  11  "Charged"  sum
-- col:    paid      money  11  "Paid"     sum
-- col:    balance   money  11  "Balance" explain=statement_until.amount
-- hide:   id int
-- hide:   statement_id int
-- hide:   line_id int
-- hide:   party_id int
-- hide:   document_id int
-- watch:  reconciled
SELECT p.id, p.statement_id, p.id AS line_id, coalesce(n.merged_into, n.id) AS party_id, p.document_id, u.title AS agreed, p.day, k.title AS kind, d.number AS document,
	coalesce(y.original_no, i.invoice_no, f.original_no) AS original_no, v.plate,
	max(p.amount, 0) AS charged, max(-p.amount, 0) AS paid,
	p.opening + sum(p.amount) OVER (PARTITION BY p.statement_id ORDER BY p.id) AS balance
FROM statement_line p
JOIN party n ON n.id = p.party_id
JOIN document d ON d.id = p.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN purchase y ON y.id = d.id
LEFT JOIN purchase_invoice i ON i.id = d.id
LEFT JOIN purchase_freight f ON f.id = d.id
LEFT JOIN reconciled r ON r.party_id = p.party_id AND r.document_id = p.document_id
LEFT JOIN user u ON u.id = r.user_id
