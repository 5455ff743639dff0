-- title:  Money in or out of a till
-- key:    document_id
-- param:  document  ref:documents  filter=document_id  required
-- col:    till      choice:word  12  "Till"
-- col:    reason    choice:word  20  "Reason"
-- col:    moved     money 12  "Amount"
-- hide:   document_id int
SELECT m.document_id, t.title AS till, ifnull(r.title, 'Cash in the safe') AS reason, abs(m.amount) AS moved
FROM till_move m
JOIN till_shift s ON s.id = m.shift_id
JOIN till t ON t.id = s.till_id
LEFT JOIN till_reason r ON r.id = m.reason_id
