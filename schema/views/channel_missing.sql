-- title:  Payments that no statement has
-- group:  Money
-- key:    id
-- order:  -id
-- param:  method  ref:pay_methods  filter=method_id
-- param:  day     range            filter=day
-- col:    day        date   10  "Day"
-- col:    number     code   14  "Receipt"    find
-- col:    party      text   16  "From"       find
-- col:    method     choice:word  8  "Method"
-- col:    amount     money  11  "Amount"  sum
-- col:    reference  code   20  "Reference"  find drop=80
-- hide:   id int
-- hide:   method_id int
-- watch:  channel_line payment
SELECT y.id, y.method_id, d.day, d.number, p.name AS party, m.title AS method, y.amount, y.reference
FROM payment y
JOIN document d ON d.id = y.document_id
JOIN party p ON p.id = y.party_id
JOIN pay_method m ON m.id = y.method_id
WHERE m.channel AND NOT EXISTS (SELECT 1 FROM channel_line c WHERE c.method_id = y.method_id
	AND c.reference = y.reference AND c.amount = y.amount)
	AND d.day <= ifnull((SELECT max(c.day) FROM channel_line c WHERE c.method_id = y.method_id), 0)
