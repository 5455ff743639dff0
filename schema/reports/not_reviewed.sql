-- title:  Not reviewed
-- group:  Money
-- key:    pos kind person
-- param:  queue  ref:review_queues  filter=queue_id
-- col:    queue      choice:word  18  "Queue"  drop=110
-- col:    kind       choice:word  18  "Kind"
-- col:    person     text   10  "Booked by"
-- col:    documents  int     9  "Documents"  sum
-- col:    sent_back  int    13  "Back to maker"  sum
-- col:    amount     money  13  "Amount"     sum
-- col:    oldest     date   10  "Oldest"
-- hide:   pos int
-- hide:   queue_id int
SELECT q.pos, q.id AS queue_id, q.title AS queue, n.title AS kind, u.title AS person, count(*) AS documents,
	sum(ifnull(r.verdict, '') = 'sent_back') AS sent_back, sum(d.amount) AS amount, min(d.day) AS oldest
FROM document d
JOIN review_kind k ON k.kind_id = d.kind_id
JOIN review_queue q ON q.id = k.queue_id
JOIN document_kind n ON n.id = d.kind_id
JOIN user u ON u.id = d.user_id
LEFT JOIN review r ON r.id = (SELECT max(x.id) FROM review x WHERE x.document_id = d.id)
WHERE d.day >= :today - 400 AND ifnull(r.verdict, '') <> 'reviewed' AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
GROUP BY q.id, n.id, u.id
