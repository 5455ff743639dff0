-- title:  Cash journal
-- rule:   Every line that documents have posted to cash, bank, card machine and wallets.
-- group:  Money
-- key:    id
-- order:  id
-- param:  day     range              filter=day  required  default=today
-- param:  method  ref:pay_methods    filter=method_id
-- param:  till    ref:tills          filter=till_id
-- col:    day        date   10  "Day"
-- col:    at         time   11  "Time"    drop=90
-- col:    kind       choice:word  14  "Kind"
-- col:    number     code   14  "Number"  find explain=booked
-- col:    party      text   14  "From or to"  drop=100
-- col:    method     choice:word  8  "Method"
-- col:    came       money  11  "In"   sum
-- col:    went       money  11  "Out"  sum
-- col:    till       code    6  "Till"     drop=110
-- col:    person     text   10  "Cashier"  drop=120
-- hide:   id int
-- hide:   method_id int
-- hide:   till_id int
-- hide:   document_id int
SELECT l.id, d.id AS document_id, m.id AS method_id, s.till_id, e.day, d.at, k.title AS kind, d.number, p.name AS party, m.title AS method,
	max(l.amount, 0) AS came, max(-l.amount, 0) AS went, t.code AS till, u.title AS person
FROM entry e
CROSS JOIN entry_line l ON l.entry_id = e.id
JOIN document d ON d.id = e.document_id
JOIN pay_method m ON m.account_id = l.account_id AND m.money
JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN till_shift s ON s.id = l.shift_id
LEFT JOIN till t ON t.id = s.till_id
LEFT JOIN user u ON u.id = d.user_id
