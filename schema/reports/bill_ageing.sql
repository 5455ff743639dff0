-- title:  Open bills by age
-- rule:   What stood open of each bill at the end of the day: its amount less all that had settled it until then.
-- group:  Money
-- key:    party due_on id
-- param:  day    date  required  default=today
-- param:  party  ref:parties  filter=party_id
-- col:    party    text   12  "Party"
-- col:    due_on   date   10  "Due"  drop=100
-- col:    number   code   14  "Bill"  explain=booked
-- col:    not_due  money  11  "Not due"  sum
-- col:    d30      money  11  "1-30 days"   sum
-- col:    d60      money  11  "31-60 days"  sum drop=110
-- col:    d90      money  11  "61-90 days"  sum drop=120
-- col:    more     money  12  "Over 90 days"  sum
-- col:    open     money  12  "Open"  sum
-- hide:   id int
-- hide:   party_id int
-- hide:   document_id int
WITH was AS (
	SELECT b.id, b.document_id, b.party_id, b.due_on, b.number, b.amount - ifnull((SELECT sum(a.amount) FROM allocation a
		JOIN document x ON x.id = coalesce(a.since_id, a.document_id) WHERE a.bill_id = b.id AND x.day <= :day), 0) AS open, :day - b.due_on AS late
	FROM bill_stood b
	WHERE :day < :today AND b.day <= :day AND (b.gone_on IS NULL OR b.gone_on > :day)
	UNION ALL -- of today and later the balances are kept
	SELECT o.id, d.id, o.party_id, o.due_on, d.number, o.amount, :day - o.due_on
	FROM bill_open o JOIN bill b ON b.id = o.id JOIN document d ON d.id = b.document_id
	WHERE :day >= :today
)
SELECT w.id, w.document_id, p.id AS party_id, p.name AS party, w.due_on, w.number,
	iif(w.late <= 0, w.open, 0) AS not_due, iif(w.late BETWEEN 1 AND 30, w.open, 0) AS d30,
	iif(w.late BETWEEN 31 AND 60, w.open, 0) AS d60, iif(w.late BETWEEN 61 AND 90, w.open, 0) AS d90,
	iif(w.late > 90, w.open, 0) AS more, w.open
FROM was w
JOIN party n ON n.id = w.party_id
JOIN party p ON p.id = coalesce(n.merged_into, n.id)
WHERE w.open <> 0
