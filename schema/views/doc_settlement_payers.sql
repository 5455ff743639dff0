-- title:  Payers
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    payer   text  20  "Payer"
-- col:    amount  money 12  "Amount"
-- col:    open    money 12  "Still open"
-- col:    due_on  date  10  "Due"
-- hide:   id int
-- hide:   document_id int
SELECT b.id, b.document_id, p.name AS payer, b.amount, ifnull(o.amount, 0) AS open, b.due_on
FROM bill b
JOIN party p ON p.id = b.party_id
LEFT JOIN bill_open o ON o.id = b.id
