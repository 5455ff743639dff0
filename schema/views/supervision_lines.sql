-- title:  What was looked at
-- key:    id
-- param:  supervision  ref:supervisions  filter=supervision_id  required
-- col:    text  choice:word  34  "What was looked at"
-- col:    ok    bool   5  "Good"
-- col:    note  text  30  "Note"
-- hide:   id int
-- hide:   supervision_id int
-- watch:  supervision
SELECT id, supervision_id, text, ok, note FROM supervision_line
