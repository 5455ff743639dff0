-- title:  Money in and out of tills
-- group:  Money
-- key:    id
-- order:  -id
-- param:  day    range      filter=day
-- param:  till   ref:tills  filter=till_id
-- param:  shift  int        filter=shift_id
-- col:    day      date   10  "Day"
-- col:    till     code    6  "Till"
-- col:    number   code   14  "Number"   find explain=booked
-- col:    reason   choice:word  20  "Reason"
-- col:    amount   money  12  "Amount"   sum
-- col:    person   text   10  "Who"      drop=90
-- col:    remark   text   20  "Remark"   drop=110
-- hide:   id int
-- hide:   document_id int
-- hide:   shift_id int
-- hide:   till_id int
-- watch:  till_move
SELECT m.id, m.document_id, m.shift_id, s.till_id, d.day, t.code AS till, d.number,
	ifnull(r.title, 'Cash in the safe') AS reason, m.amount, u.title AS person, d.remark
FROM till_move m
JOIN document d ON d.id = m.document_id
JOIN till_shift s ON s.id = m.shift_id
JOIN till t ON t.id = s.till_id
LEFT JOIN till_reason r ON r.id = m.reason_id
LEFT JOIN user u ON u.id = d.user_id
