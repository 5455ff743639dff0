-- title:  Journal
-- group:  Settings
-- key:    seq
-- order:  -seq
-- right:  journal.see
-- param:  user     ref:users  filter=user_id
-- param:  day      range      filter=day
-- param:  command  text       filter=command
-- col:    seq       int   9  "No."
-- col:    at        time 16  "Time"
-- col:    person    text 10  "Who"      find
-- col:    terminal  text 10  "Terminal"  find drop=80
-- col:    command   text 20  "Command"  find
-- col:    answer    text 40  "Answer"   find
-- hide:   user_id int
-- hide:   day date
-- watch:  journal
-- desk
SELECT j.seq, j.at, u.name AS person, j.terminal, j.command, j.answer, j.user_id, j.day
FROM journal j LEFT JOIN user u ON u.id = j.user_id
