-- title:  Lines of a credit note
-- key:    pos id
-- param:  document  ref:documents  filter=credit_id  required
-- col:    pos     int    3  "No."
-- col:    kind    choice:job_line_kind  6  "Kind"
-- col:    text    text  26  "Description"
-- col:    qty     qty    7  "Quantity"
-- col:    amount  money 11  "Amount"
-- hide:   id int
-- hide:   credit_id int
SELECT c.id, c.credit_id, l.pos, s.kind, s.text, nullif(c.qty, 0) AS qty, c.amount
FROM credit_line c
JOIN settlement_line s ON s.id = c.settlement_line_id
JOIN job_line l ON l.id = s.job_line_id
