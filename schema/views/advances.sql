-- title:  Advances
-- group:  Money
-- key:    id
-- order:  -id
-- param:  party  ref:parties  filter=party_id
-- param:  day    range        filter=day
-- col:    day          date   10  "Day"
-- col:    number       code   14  "Receipt"   find explain=booked
-- col:    party        text   14  "Customer"  find
-- col:    job          code   14  "Work order"  find drop=110
-- col:    forfeitable  bool    6  "May be kept"  drop=90
-- col:    amount       money  10  "Taken"
-- col:    used         money  10  "Used"
-- col:    back         money  10  "Given back"  drop=100
-- col:    kept         money  10  "Kept"  drop=120
-- col:    person       text   10  "Cashier"  drop=110
-- hide:   id int
-- hide:   party_id int
-- watch:  payment allocation document advance_keep
-- hide:   document_id int
SELECT d.id, d.id AS document_id, d.party_id, d.day, d.number, p.name AS party, j.number AS job,
	ifnull((SELECT max(y.forfeitable) FROM payment y WHERE y.document_id = d.id), 0) AS forfeitable, d.amount,
	ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.document_id = d.id), 0) AS used,
	-ifnull((SELECT sum(y.amount) FROM payment y WHERE y.refunds_id = d.id), 0) AS back,
	ifnull((SELECT sum(k.amount) FROM advance_keep k WHERE k.payment_id = d.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = k.id)), 0) AS kept, u.title AS person
FROM document d
JOIN party p ON p.id = d.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN user u ON u.id = d.user_id
WHERE d.kind_id = 5 AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
	AND d.amount > ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.document_id = d.id), 0)
