-- title:  What we owe, by document
-- rule:   What stood open of each document at the end of the day: its amount less all that had settled it until then.
-- group:  Money
-- key:    party due_on id
-- param:  day       date  required  default=today
-- param:  supplier  ref:suppliers  filter=supplier_id
-- col:    party        text  18  "Party"
-- col:    due_on       date  10  "Due"
-- col:    number       code  14  "Document"  explain=booked
-- col:    posted_on    date  10  "Day"  drop=90
-- col:    original_no  code  14  "Supplier's number"  drop=110
-- col:    amount       money 12  "Amount"  sum drop=100
-- col:    late         int   10  "Days late"
-- col:    open         money 12  "Open"    sum
-- hide:   credit money sum
-- hide:   not_due money sum
-- hide:   d30 money sum
-- hide:   d60 money sum
-- hide:   d90 money sum
-- hide:   more money sum
-- hide:   id int
-- hide:   supplier_id int
-- hide:   document_id int
WITH was AS (
	SELECT b.id, b.document_id, b.party_id, b.due_on, b.number, b.day, b.amount, b.amount - ifnull((SELECT sum(a.amount) FROM payable_allocation a
		JOIN document x ON x.id = a.document_id WHERE a.payable_id = b.id AND x.day <= :day), 0) AS open, :day - b.due_on AS late
	FROM payable_stood b
	WHERE :day < :today AND b.day <= :day AND (b.gone_on IS NULL OR b.gone_on > :day)
	UNION ALL -- of today and later the balances are kept
	SELECT o.id, d.id, o.party_id, o.due_on, d.number, d.day, b.amount, o.amount, :day - o.due_on
	FROM payable_open o JOIN payable b ON b.id = o.id JOIN document d ON d.id = b.document_id
	WHERE :day >= :today
)
SELECT w.id, w.document_id, p.id AS supplier_id, p.name AS party, w.due_on, w.number, w.day AS posted_on,
	coalesce(y.original_no, i.invoice_no, f.original_no, z.original_no) AS original_no, w.amount, iif(w.open > 0, max(w.late, 0), 0) AS late,
	min(w.open, 0) AS credit,
	iif(w.late <= 0, max(w.open, 0), 0) AS not_due, iif(w.late BETWEEN 1 AND 30, max(w.open, 0), 0) AS d30,
	iif(w.late BETWEEN 31 AND 60, max(w.open, 0), 0) AS d60, iif(w.late BETWEEN 61 AND 90, max(w.open, 0), 0) AS d90,
	iif(w.late > 90, max(w.open, 0), 0) AS more, w.open
FROM was w
JOIN party n ON n.id = w.party_id
JOIN party p ON p.id = coalesce(n.merged_into, n.id)
LEFT JOIN purchase y ON y.id = w.document_id
LEFT JOIN purchase_invoice i ON i.id = w.document_id
LEFT JOIN purchase_freight f ON f.id = w.document_id
LEFT JOIN opening_balance z ON z.id = w.document_id
WHERE w.open <> 0
