-- title:  Not done today
-- group:  Money
-- key:    pos id
-- order:  pos id
-- col:    what    choice:word  22  "What"
-- col:    number  code   16  "Number"  find
-- col:    party   text   16  "Party"  find
-- col:    day     date   10  "Day"
-- col:    amount  money  12  "Amount"  drop=100
-- hide:   pos int
-- hide:   id int
SELECT 1 AS pos, s.id, 'Till still open' AS what, t.code AS number, u.title AS party, (s.opened_at + :offset * 60) / 86400 AS day, s.float_amount AS amount
FROM till_shift s JOIN till t ON t.id = s.till_id JOIN user u ON u.id = s.opened_by WHERE s.closed_at IS NULL
UNION ALL
SELECT 2, j.id, 'Finished, not settled', j.number, p.name, j.received_on, j.total
FROM job j JOIN party p ON p.id = j.customer_id WHERE j.state = 'finished'
UNION ALL
SELECT 3, p.id, 'Received, not invoiced', d.number, a.name, d.day, d.amount
FROM purchase p JOIN document d ON d.id = p.id JOIN party a ON a.id = p.supplier_id
WHERE p.estimated AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = p.id)
	AND NOT EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_invoice_line i ON i.line_id = l.id
		JOIN purchase_invoice v ON v.id = i.document_id WHERE l.document_id = p.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = v.id))
UNION ALL
SELECT 4, o.id, 'Ordered, not received', d.number, a.name, d.day, d.amount
FROM purchase_order o JOIN document d ON d.id = o.id JOIN party a ON a.id = o.supplier_id WHERE o.state IN ('sent', 'partly')
UNION ALL
SELECT 5, q.id, 'Not printed', d.number, ifnull(p.name, ''), d.day, d.amount
FROM print_job q JOIN document d ON d.id = q.document_id LEFT JOIN party p ON p.id = d.party_id
WHERE q.state = 'queued' AND d.day >= :today - 7
