-- title:  Paid for
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    bill    code  16  "Bill"
-- col:    job     code  14  "Work order"
-- col:    amount  money 12  "Amount"
-- hide:   id int
-- hide:   document_id int
SELECT a.id, a.document_id, d.number AS bill, j.number AS job, a.amount
FROM allocation a
JOIN bill b ON b.id = a.bill_id
JOIN document d ON d.id = b.document_id
LEFT JOIN job j ON j.id = d.job_id
