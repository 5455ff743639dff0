-- title:  Lines of a supplementary statement
-- key:    id
-- param:  document  ref:documents  filter=supplement_id  required
-- col:    text    text  40  "Description"
-- col:    qty     qty    7  "Quantity"
-- col:    amount  money 11  "Amount"
-- hide:   id int
-- hide:   supplement_id int
SELECT id, supplement_id, text, qty, amount FROM supplement_line
