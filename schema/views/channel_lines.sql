-- title:  Statements of channels
-- group:  Money
-- key:    id
-- id:     id
-- order:  -id
-- param:  method  ref:pay_methods    filter=method_id
-- param:  day     range              filter=day
-- param:  state   text               filter=state
-- col:    day        date   10  "Day"
-- col:    method     choice:word  8  "Method"
-- col:    reference  code   20  "Reference"  find
-- col:    amount     money  10  "Amount"  sum
-- col:    fee        money   8  "Fee"     sum
-- col:    state      choice:channel_state  14  "State"
-- col:    receipt    code   14  "Receipt"   drop=90
-- col:    paid       code   14  "Came with"  drop=110
-- hide:   id int
-- hide:   ver int
-- hide:   method_id int
-- watch:  channel_line payment
SELECT c.id, c.ver, c.method_id, c.day, m.title AS method, c.reference, c.amount, c.fee,
	CASE WHEN c.document_id IS NOT NULL THEN 'paid'
		WHEN EXISTS (SELECT 1 FROM payment y WHERE y.reference = c.reference AND y.method_id = c.method_id
			AND y.amount = c.amount) THEN 'matched'
		WHEN EXISTS (SELECT 1 FROM payment y WHERE y.reference = c.reference AND y.method_id = c.method_id) THEN 'amount'
		ELSE 'unknown' END AS state,
	(SELECT min(d.number) FROM payment y JOIN document d ON d.id = y.document_id WHERE y.reference = c.reference
		AND y.method_id = c.method_id) AS receipt,
	(SELECT d.number FROM document d WHERE d.id = c.document_id) AS paid
FROM channel_line c
JOIN pay_method m ON m.id = c.method_id
