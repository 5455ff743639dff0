-- title:  The journal for a file outside the house
-- group:  Settings
-- key:    seq
-- order:  seq
-- right:  journal.see
-- param:  after  int  required
-- col:    seq       int   9  "No."
-- col:    at        int  11  "Time"
-- col:    command   text 16  "Command"
-- col:    answer    text 20  "Answer"
-- col:    hash      text 16  "Hash"
-- hide:   mono int
-- hide:   day int
-- hide:   request text
-- hide:   user_id int
-- hide:   terminal text
-- hide:   store int
-- hide:   epoch int
-- hide:   changes text
-- desk
SELECT j.seq, j.at, j.mono, j.day, j.request, j.command, j.answer, j.user_id, j.terminal, j.store, j.epoch,
	lower(hex(j.hash)) AS hash,
	(SELECT json_group_array(json_array(c.tbl, c.row_id, c.op, c.before, c.after)) FROM journal_change c
	 WHERE c.id >= j.seq * 65536 AND c.id < (j.seq + 1) * 65536) AS changes
FROM journal j
WHERE j.seq > :after
