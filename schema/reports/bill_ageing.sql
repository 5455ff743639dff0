-- title:  Open bills by age
-- group:  Money
-- key:    party due_on id
-- param:  day    date  required  default=today
-- param:  party  ref:parties  filter=party_id
-- col:    party    text   12  "Party"
-- col:    due_on   date   10  "Due"  drop=100
-- col:    number   code   14  "Bill"
-- col:    not_due  money  11  "Not due"  sum
-- col:    d30      money  11  "1-30 days"   sum
-- col:    d60      money  11  "31-60 days"  sum drop=110
-- col:    d90      money  11  "61-90 days"  sum drop=120
-- col:    more     money  12  "Over 90 days"  sum
-- col:    open     money  12  "Open"  sum
-- hide:   id int
-- hide:   party_id int
WITH was AS (
	SELECT b.id, b.party_id, b.due_on, d.number, b.amount - ifnull((SELECT sum(a.amount) FROM allocation a JOIN document x ON x.id = a.document_id
		WHERE a.bill_id = b.id AND x.day <= :day), 0) AS open, :day - b.due_on AS late
	FROM bill b
	JOIN document d ON d.id = b.document_id
	LEFT JOIN document r ON r.reverses_id = d.id AND r.day <= :day
	WHERE d.day <= :day AND r.id IS NULL
)
SELECT w.id, coalesce(p.merged_into, p.id) AS party_id, p.name AS party, w.due_on, w.number,
	iif(w.late <= 0, w.open, 0) AS not_due, iif(w.late BETWEEN 1 AND 30, w.open, 0) AS d30,
	iif(w.late BETWEEN 31 AND 60, w.open, 0) AS d60, iif(w.late BETWEEN 61 AND 90, w.open, 0) AS d90,
	iif(w.late > 90, w.open, 0) AS more, w.open
FROM was w
JOIN party p ON p.id = w.party_id
WHERE w.open <> 0
