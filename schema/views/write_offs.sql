-- title:  Claims and write-offs
-- group:  Money
-- key:    id
-- order:  -id
-- param:  party  ref:parties  filter=party_id
-- param:  day    range        filter=day
-- col:    day     date   10  "Day"
-- col:    number  code   14  "Number"  find explain=booked
-- col:    party   text   18  "Party"   find
-- col:    bill    code   14  "Bill"    find
-- col:    how     choice:word  12  "As"
-- col:    amount  money  11  "Amount"  sum
-- col:    person    text  10  "Who"       drop=100
-- col:    approver  text  10  "Approved"  drop=100
-- col:    remark    text  20  "Reason"    drop=130
-- col:    reversed_by  code  14  "Reversed by"  drop=140
-- hide:   id int
-- hide:   document_id int
-- hide:   party_id int
-- hide:   given_up bool
-- watch:  write_off
-- desk
SELECT w.id, w.document_id, b.party_id, d.day, d.number, p.name AS party, x.number AS bill, h.title AS how, w.amount,
	u.title AS person, a.title AS approver, d.remark, r.number AS reversed_by,
	w.how = 'bad_debt' AND w.amount > 0 AND r.id IS NULL AS given_up
FROM write_off w
LEFT JOIN write_off_how h ON h.code = w.how
LEFT JOIN document d ON d.id = w.document_id
LEFT JOIN bill b ON b.id = w.bill_id
LEFT JOIN document x ON x.id = b.document_id
LEFT JOIN party p ON p.id = b.party_id
LEFT JOIN user u ON u.id = d.user_id
LEFT JOIN user a ON a.id = d.approver_id
LEFT JOIN document r ON r.reverses_id = d.id
