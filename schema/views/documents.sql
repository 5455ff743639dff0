-- title:  Documents
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  kind
-- order:  -id
-- param:  day    range        filter=day
-- param:  kind   text         filter=kind_code
-- param:  job    ref:jobs     filter=job_id
-- param:  party  ref:parties  filter=party_id
-- col:    day       date   10  "Day"
-- col:    kind      choice:word  14  "Kind"
-- col:    number    code   14  "Number"   find explain=booked
-- col:    party     text   16  "Party"    find
-- col:    job       code   14  "Work order"  find drop=90
-- col:    amount    money  12  "Amount"
-- col:    reverses  code   14  "Reverses"    drop=110
-- col:    person    text   10  "Who"         drop=90
-- col:    approver  text   10  "Approved"    drop=120
-- col:    remark    text   20  "Remark"      drop=130
-- hide:   id int
-- hide:   kind_code text
-- hide:   job_id int
-- hide:   party_id int
-- watch:  document
-- desk
-- hide:   document_id int
SELECT d.id, d.id AS document_id, k.code AS kind_code, d.job_id, d.party_id, d.day, k.title AS kind, d.number, p.name AS party,
	j.number AS job, d.amount, r.number AS reverses, u.title AS person, a.title AS approver, d.remark
FROM document d
LEFT JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN document r ON r.id = d.reverses_id
LEFT JOIN user u ON u.id = d.user_id
LEFT JOIN user a ON a.id = d.approver_id
