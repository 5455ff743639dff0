-- title:  Purchase return
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    receipt      code  14  "Receipt of goods"
-- col:    original_no  code  20  "Supplier's number"
-- hide:   id int
SELECT b.id, d.number AS receipt, y.original_no
FROM purchase_return b
JOIN document d ON d.id = b.receipt_id
JOIN purchase y ON y.id = b.receipt_id
