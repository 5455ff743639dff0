-- title:  Refunds
-- rule:   What customers were given back, by whichever document: refunds, returns, credit notes, reversals.
-- group:  Money
-- key:    id
-- order:  id
-- param:  day     range              filter=day  required  default=m..today
-- param:  method  ref:pay_methods    filter=method_id
-- col:    day      date   10  "Day"
-- col:    number   code   14  "Refund" explain=booked
-- col:    receipt  code   14  "Receipt"  drop=90
-- col:    party    text   16  "To"
-- col:    method   choice:word  8  "Method"
-- col:    amount   money  12  "Amount"  sum
-- col:    person   text   10  "Cashier"  drop=100
-- col:    remark   text   20  "Reason"   drop=110
-- hide:   id int
-- hide:   method_id int
-- hide:   document_id int
SELECT y.id, d.id AS document_id, y.method_id, d.day, d.number, o.number AS receipt, p.name AS party, m.title AS method, -y.amount AS amount,
	u.title AS person, d.remark
FROM document d
JOIN payment y ON y.document_id = d.id AND y.amount < 0
JOIN pay_method m ON m.id = y.method_id
JOIN party p ON p.id = y.party_id
LEFT JOIN document o ON o.id = ifnull(y.refunds_id, d.reverses_id)
LEFT JOIN user u ON u.id = d.user_id
WHERE NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
	AND NOT EXISTS (SELECT 1 FROM pay_out z WHERE z.id IN (d.id, d.reverses_id))
