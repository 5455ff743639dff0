-- title:  Payment to a supplier
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    paid       money 12  "Paid"
-- col:    received   money 12  "Amount"
-- col:    method     choice:word  10  "Method"
-- col:    reference  text  20  "Reference"
-- col:    discount   money 12  "Discount"
-- col:    used       money 12  "From advance"
-- col:    ahead      money 12  "Paid in advance"
-- hide:   id int
SELECT s.id, s.paid, -s.paid AS received, m.title AS method, y.reference, s.discount, s.used, s.ahead
FROM supplier_payment s
LEFT JOIN payment y ON y.document_id = s.id
LEFT JOIN pay_method m ON m.id = y.method_id
