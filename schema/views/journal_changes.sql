-- title:  What a command changed
-- key:    id
-- order:  id
-- right:  journal.see
-- param:  seq  int  required
-- col:    change  choice:change_op  8  "Change"
-- col:    tbl     text  16  "Table"   find
-- col:    row_id  int   10  "Row"
-- col:    before  text  40  "Before"  find
-- col:    after   text  40  "After"   find
-- hide:   id int
-- desk
SELECT id, op AS change, tbl, row_id, before, after FROM journal_change
WHERE id >= :seq * 65536 AND id < (:seq + 1) * 65536
