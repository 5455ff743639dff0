-- title:  Documents of a work order
-- key:    id
-- order:  id
-- param:  job  ref:jobs  filter=job_id  required
-- col:    at      time   16  "Time"
-- col:    kind    choice:word  14  "Kind"
-- col:    number  code   16  "Number"
-- col:    amount  money  12  "Amount"
-- col:    person  text   12  "Who"
-- col:    remark  text   24  "Remark"  drop=90
-- hide:   id int
-- hide:   job_id int
-- watch:  document
-- desk
SELECT d.id, d.job_id, d.at, k.title AS kind, d.number, d.amount, u.title AS person, d.remark
FROM document d
LEFT JOIN document_kind k ON k.id = d.kind_id
LEFT JOIN user u ON u.id = d.user_id
WHERE d.job_id IS NOT NULL
