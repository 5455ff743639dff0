-- title:  Points of a quality check
-- key:    id
-- param:  document  ref:documents  filter=check_id  required
-- col:    text  text  40  "What is looked at"
-- col:    ok    bool   6  "Good"
-- col:    note  text  24  "Note"
-- hide:   id int
-- hide:   check_id int
SELECT id, check_id, text, ok, note FROM quality_check_line
