-- title:  Lines of a statement
-- key:    id
-- param:  document  ref:documents  filter=statement_id  required
-- col:    agreed    text   10  "Agreed by"
-- col:    day       date   10  "Day"
-- col:    kind      choice:word  14  "Kind" 
-- col:    number    code   14  "Document"
-- col:    original_no  code  14  "Supplier's number"
-- col:    plate     plate  10  "Plate"
-- col:    charged   money  11  "Charged"
-- col:    paid      money  11  "Paid"   
-- col:    balance   money  11  "Balance"
-- hide:   id int
-- hide:   statement_id int
SELECT p.id, p.statement_id, u.title AS agreed, p.day, k.title AS kind, d.number,
	coalesce(y.original_no, i.invoice_no, f.original_no) AS original_no, v.plate,
	max(p.amount, 0) AS charged, max(-p.amount, 0) AS paid,
	p.opening + sum(p.amount) OVER (PARTITION BY p.statement_id ORDER BY p.id) AS balance
FROM statement_line p
JOIN document d ON d.id = p.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN purchase y ON y.id = d.id
LEFT JOIN purchase_invoice i ON i.id = d.id
LEFT JOIN purchase_freight f ON f.id = d.id
LEFT JOIN reconciled r ON r.party_id = p.party_id AND r.document_id = p.document_id
LEFT JOIN user u ON u.id = r.user_id
