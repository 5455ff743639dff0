-- title:  Notes and coins of a closing
-- key:    id
-- param:  document  ref:documents  filter=document_id  required
-- col:    value   money  10  "Face value"
-- col:    count   int     6  "Count"
-- col:    amount  money  12  "Amount"
-- hide:   id int
-- hide:   document_id int
SELECT id, document_id, value, count, value * count AS amount FROM till_note
