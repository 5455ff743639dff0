-- title:  Deposits given back
-- group:  Money
-- key:    id
-- order:  -id
-- param:  deposit  ref:deposits  filter=deposit_id
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number" explain=booked
-- col:    amount  money  10  "Given back"  sum
-- col:    kept    money  10  "Kept"        sum
-- col:    remark  text   24  "Reason"
-- hide:   id int
-- hide:   deposit_id int
-- watch:  deposit_back
-- hide:   document_id int
SELECT b.id, b.id AS document_id, b.deposit_id, d.day, d.number, b.amount, b.kept, d.remark
FROM deposit_back b
JOIN document d ON d.id = b.id
