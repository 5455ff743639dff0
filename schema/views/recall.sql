-- title:  Who has goods of a batch
-- group:  Stock
-- key:    document_id
-- id:     document_id
-- order:  -day document_id | customer document_id
-- param:  batch  ref:batches_all  filter=batch_id  required
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Document"   find
-- col:    kind      choice:word  12  "Kind"  drop=110
-- col:    customer  text   16  "Customer"   find
-- col:    phone     phone  13  "Phone"      find
-- col:    plate     plate   9  "Plate"      find
-- col:    qty       qty     8  "Quantity"   sum
-- col:    job       code   14  "Work order" drop=92
-- col:    picker    text   10  "Picked by"  drop=120
-- hide:   document_id int
-- hide:   batch_id int
-- hide:   job_id int
-- hide:   vehicle_id int
-- hide:   party_id int
-- watch:  batch_move
WITH part AS ( -- what came back is taken off the document that it went out with
	SELECT b.batch_id, coalesce(r.document_id, b.of_id, b.document_id) AS document_id, b.qty
	FROM batch_move b
	LEFT JOIN stock_move m ON m.id = b.move_id
	LEFT JOIN stock_move r ON r.id = m.returns_id
	WHERE b.document_id IS NOT NULL
), out AS (
	SELECT batch_id, document_id, -sum(qty) AS qty FROM part GROUP BY batch_id, document_id HAVING sum(qty) < 0
)
SELECT o.document_id, o.batch_id, d.job_id, j.vehicle_id, y.id AS party_id, d.day, d.number, k.title AS kind, y.name AS customer, y.phone,
	h.plate, o.qty, j.number AS job, u.name AS picker
FROM out o
JOIN document d ON d.id = o.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle h ON h.id = j.vehicle_id
LEFT JOIN sale s ON s.id = d.id
LEFT JOIN transfer t ON t.id = d.id
LEFT JOIN issue_slip i ON i.id = d.id
LEFT JOIN stock_voucher c ON c.id = d.id
LEFT JOIN user u ON u.id = coalesce(i.picker_id, c.picker_id, s.salesperson_id)
LEFT JOIN party y ON y.id = coalesce(j.customer_id, s.party_id)
WHERE t.id IS NULL AND d.kind_id <> 70
