-- title:  Statement of a supplier
-- rule:   The balance is what stood before, and each document after it in its order.
-- group:  Money
-- key:    id
-- order:  id
-- param:  party  ref:suppliers  required
-- param:  day    range        filter=day
-- col:    day          date  10  "Day"
-- col:    kind         choice:word  16  "Kind"
-- col:    document     code  14  "Document" explain=booked
-- col:    original_no  code  14  "Supplier's number"  drop=90
-- col:    bought       money 11  "Bought"   sum
-- col:    paid         money 11  "Paid"     sum
-- col:    balance      money 11  "Balance" explain=supplier_until.amount
-- hide:   id int
-- hide:   document_id int
-- hide:   entry_id int
WITH posted AS ( -- two parties that were made one have one account
	SELECT e.id, e.day, e.document_id, -sum(l.amount) AS amount
	FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN document d ON d.id = e.document_id
	WHERE l.account_id IN (9, 10, 45) AND l.party_id IN (SELECT id FROM party WHERE id = :party OR merged_into = :party)
	GROUP BY e.id
	HAVING d.kind_id NOT IN (50, 51) OR sum(l.amount) <> 0
)
SELECT p.id, p.id AS entry_id, p.document_id AS document_id, p.day, k.title AS kind, d.number AS document, coalesce(y.original_no, i.invoice_no, f.original_no, b.original_no) AS original_no,
	max(p.amount, 0) AS bought, max(-p.amount, 0) AS paid, sum(p.amount) OVER (ORDER BY p.id) AS balance
FROM posted p
JOIN document d ON d.id = p.document_id
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN purchase y ON y.id = d.id
LEFT JOIN purchase_invoice i ON i.id = d.id
LEFT JOIN purchase_freight f ON f.id = d.id
LEFT JOIN opening_balance b ON b.id = d.id
