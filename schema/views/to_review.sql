-- title:  To review
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  kind
-- order:  day kind_id id
-- param:  queue  ref:review_queues  filter=queue_id
-- param:  day    range              filter=day
-- param:  party  ref:parties        filter=party_id
-- col:    day      date   10  "Day"  drop=95
-- col:    kind     choice:word  14  "Kind"
-- col:    number   code   14  "Number"   find explain=booked
-- col:    party    text   12  "Party"    find
-- col:    job      code   14  "Work order"  find drop=130
-- col:    amount   money  11  "Amount"   sum
-- col:    cost     money  11  "Cost"     sum right=cost.see drop=110
-- col:    person   text   10  "Booked by"  find
-- col:    state    choice:word  13  "State"
-- col:    reason   text   20  "Reason"    drop=150
-- hide:   id int
-- hide:   queue_id int
-- hide:   kind_id int
-- hide:   party_id int
-- mark
-- watch:  document review
-- desk
-- hide:   document_id int
SELECT d.id, d.id AS document_id, k.queue_id, d.kind_id, d.party_id, d.day, n.title AS kind, d.number, p.name AS party, j.number AS job, d.amount,
	coalesce(s.cost, t.cost, (SELECT abs(sum(m.value)) FROM stock_move m WHERE m.document_id = d.id)) AS cost,
	u.title AS person, iif(r.verdict = 'sent_back', 'Back to maker', 'To review') AS state,
	iif(r.verdict = 'sent_back', r.reason, d.remark) AS reason
FROM document d
CROSS JOIN review_kind k ON k.kind_id = d.kind_id
LEFT JOIN review r ON r.id = (SELECT max(x.id) FROM review x WHERE x.document_id = d.id)
LEFT JOIN document_kind n ON n.id = d.kind_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN user u ON u.id = d.user_id
LEFT JOIN sale s ON s.id = d.id
LEFT JOIN settlement t ON t.id = d.id
WHERE d.day >= :today - 400 AND ifnull(r.verdict, '') <> 'reviewed'
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
