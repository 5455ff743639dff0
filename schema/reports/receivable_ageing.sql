-- title:  Receivables by age
-- rule:   What stood open of the party's bills at the end of the day, by the days since they were due.
-- group:  Money
-- key:    party id
-- param:  day    date  required  default=today
-- param:  party  ref:parties  filter=id
-- param:  kind   choice:party_kind  filter=kind
-- col:    party    text   20  "Party"
-- col:    phone    phone  13  "Phone"    drop=110
-- col:    not_due  money  12  "Not due"  sum explain=bill_ageing.not_due
-- col:    d30      money  12  "1-30 days"   sum explain=bill_ageing.d30
-- col:    d60      money  12  "31-60 days"  sum explain=bill_ageing.d60
-- col:    d90      money  12  "61-90 days"  sum drop=90 explain=bill_ageing.d90
-- col:    more     money  12  "Over 90 days"  sum explain=bill_ageing.more
-- col:    total    money  12  "Open"  sum explain=bill_ageing.open
-- hide:   id int
-- hide:   party_id int
-- hide:   kind choice:party_kind
WITH was AS (
	SELECT b.party_id, b.amount - ifnull((SELECT sum(a.amount) FROM allocation a JOIN document x ON x.id = coalesce(a.since_id, a.document_id)
		WHERE a.bill_id = b.id AND x.day <= :day), 0) AS open, :day - b.due_on AS late
	FROM bill_stood b
	WHERE :day < :today AND b.day <= :day AND (b.gone_on IS NULL OR b.gone_on > :day)
	UNION ALL -- of today and later the balances are kept
	SELECT o.party_id, o.amount, :day - o.due_on FROM bill_open o WHERE :day >= :today
)
SELECT p.id, p.id AS party_id, p.kind, p.name AS party, p.phone,
	sum(iif(w.late <= 0, w.open, 0)) AS not_due, sum(iif(w.late BETWEEN 1 AND 30, w.open, 0)) AS d30,
	sum(iif(w.late BETWEEN 31 AND 60, w.open, 0)) AS d60, sum(iif(w.late BETWEEN 61 AND 90, w.open, 0)) AS d90,
	sum(iif(w.late > 90, w.open, 0)) AS more, sum(w.open) AS total
FROM was w
JOIN party n ON n.id = w.party_id
JOIN party p ON p.id = coalesce(n.merged_into, n.id)
WHERE w.open <> 0
GROUP BY p.id
