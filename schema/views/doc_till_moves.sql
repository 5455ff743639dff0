-- title:  Money in and out of a shift
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    number  code  14  "Number"
-- col:    reason  choice:word  20  "Reason"
-- col:    amount  money 12  "Amount"
-- col:    remark  text  20  "Remark"
-- hide:   id int
-- hide:   document_id int
SELECT m.id, s.close_document_id AS document_id, d.number, ifnull(r.title, 'Cash in the safe') AS reason, m.amount, d.remark
FROM till_shift s
JOIN till_move m ON m.shift_id = s.id
JOIN document d ON d.id = m.document_id
LEFT JOIN till_reason r ON r.id = m.reason_id
