-- title:  What became of the bills
-- key:    bill_id part id
-- param:  document  ref:documents  filter=document_id  required
-- col:    number    code  14  "Bill"
-- col:    claim_no  code  16  "Claim number"
-- col:    how       choice:word  14  "As"
-- col:    amount    money 11  "Amount"
-- hide:   id int
-- hide:   part int
-- hide:   bill_id int
-- hide:   document_id int
WITH paid AS (
	SELECT a.document_id, a.bill_id, sum(a.amount) -
		ifnull((SELECT sum(w.amount) FROM write_off w WHERE w.document_id = a.document_id AND w.bill_id = a.bill_id), 0) AS amount
	FROM allocation a
	GROUP BY a.document_id, a.bill_id
), part AS (
	SELECT p.bill_id AS id, 1 AS part, p.document_id, p.bill_id, 'Paid' AS how, p.amount FROM paid p WHERE p.amount <> 0
	UNION ALL
	SELECT w.id, 2, w.document_id, w.bill_id, h.title, w.amount FROM write_off w JOIN write_off_how h ON h.code = w.how
)
SELECT p.id, p.part, p.bill_id, p.document_id, d.number, b.claim_no, p.how, p.amount
FROM part p
JOIN bill b ON b.id = p.bill_id
JOIN document d ON d.id = b.document_id
