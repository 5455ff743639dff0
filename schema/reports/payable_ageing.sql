-- title:  Payables by age
-- rule:   What stood open of deliveries, invoices and freight at the end of the day, by the days since it was due.
-- group:  Money
-- key:    party id
-- param:  day    date  required  default=today
-- param:  party  ref:suppliers  filter=id
-- col:    party    text   20  "Party"
-- col:    credit   money  12  "Owed to us"  sum drop=90 explain=payables_by_document.credit
-- col:    not_due  money  12  "Not due"     sum explain=payables_by_document.not_due
-- col:    d30      money  12  "1-30 days"   sum explain=payables_by_document.d30
-- col:    d60      money  12  "31-60 days"  sum explain=payables_by_document.d60
-- col:    d90      money  12  "61-90 days"  sum drop=90 explain=payables_by_document.d90
-- col:    more     money  12  "Over 90 days"  sum explain=payables_by_document.more
-- col:    total    money  12  "Open"  sum explain=payables_by_document.open
-- hide:   id int
-- hide:   supplier_id int
WITH was AS (
	SELECT b.party_id, b.amount - ifnull((SELECT sum(a.amount) FROM payable_allocation a JOIN document x ON x.id = a.document_id
		WHERE a.payable_id = b.id AND x.day <= :day), 0) AS open, :day - b.due_on AS late
	FROM payable_stood b
	WHERE :day < :today AND b.day <= :day AND (b.gone_on IS NULL OR b.gone_on > :day)
	UNION ALL -- of today and later the balances are kept
	SELECT o.party_id, o.amount, :day - o.due_on FROM payable_open o WHERE :day >= :today
)
SELECT p.id, p.id AS supplier_id, p.name AS party, sum(min(w.open, 0)) AS credit,
	sum(iif(w.late <= 0, max(w.open, 0), 0)) AS not_due, sum(iif(w.late BETWEEN 1 AND 30, max(w.open, 0), 0)) AS d30,
	sum(iif(w.late BETWEEN 31 AND 60, max(w.open, 0), 0)) AS d60, sum(iif(w.late BETWEEN 61 AND 90, max(w.open, 0), 0)) AS d90,
	sum(iif(w.late > 90, max(w.open, 0), 0)) AS more, sum(w.open) AS total
FROM was w
JOIN party n ON n.id = w.party_id
JOIN party p ON p.id = coalesce(n.merged_into, n.id)
WHERE w.open <> 0
GROUP BY p.id
