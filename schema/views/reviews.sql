-- title:  Reviews
-- group:  Money
-- key:    id
-- order:  -id
-- param:  queue  ref:review_queues  filter=queue_id
-- param:  day    range              filter=day
-- col:    at       time   16  "Time"
-- col:    state    choice:word  13  "State"
-- col:    kind     choice:word  14  "Kind"   drop=90
-- col:    number   code   14  "Number"    find
-- col:    amount   money  11  "Amount"  drop=95
-- col:    reviewer text   10  "Reviewed by"  find
-- col:    person   text   10  "Booked by"    find drop=110
-- col:    reason   text   20  "Reason"
-- hide:   id int
-- hide:   document_id int
-- hide:   queue_id int
-- hide:   day date
-- hide:   stands bool
-- watch:  review
-- desk
SELECT r.id, r.document_id, k.queue_id, r.day, r.at,
	CASE r.verdict WHEN 'reviewed' THEN 'Reviewed' WHEN 'sent_back' THEN 'Back to maker' ELSE 'Review undone' END AS state,
	n.title AS kind, d.number, d.amount, u.title AS reviewer, m.title AS person, r.reason,
	r.verdict = 'reviewed' AND r.id = (SELECT max(x.id) FROM review x WHERE x.document_id = r.document_id) AS stands
FROM review r
LEFT JOIN document d ON d.id = r.document_id
LEFT JOIN review_kind k ON k.kind_id = d.kind_id
LEFT JOIN document_kind n ON n.id = d.kind_id
LEFT JOIN user u ON u.id = r.user_id
LEFT JOIN user m ON m.id = d.user_id
