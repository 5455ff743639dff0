-- title:  Tools
-- group:  Workshop
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code | -out code
-- col:    code     code  12  "Tool"  find
-- col:    title    text  22  "What it is"  find
-- col:    place    text  10  "Kept at"  find drop=80
-- col:    out      bool   4  "Lent"
-- col:    person   text  10  "Lent to"  find
-- col:    since    time  11  "Since"  drop=70
-- col:    due_on   date  10  "Back by"
-- col:    job      code  14  "Work order"  find drop=100
-- hide:   id int
-- hide:   ver int
-- hide:   style text
-- watch:  tool tool_loan user
SELECT t.id, t.ver, t.code, t.title, t.place, l.id IS NOT NULL AS out, u.title AS person, l.lent_at AS since, l.due_on, j.number AS job,
	iif(l.due_on < :today, 'warn', NULL) AS style
FROM tool t
LEFT JOIN tool_loan l ON l.tool_id = t.id AND l.back_at IS NULL
LEFT JOIN user u ON u.id = l.user_id
LEFT JOIN job j ON j.id = l.job_id
