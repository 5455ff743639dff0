-- title:  Who had a tool
-- group:  Workshop
-- key:    id
-- order:  -id
-- param:  tool  ref:tools  filter=tool_id
-- col:    code     code  12  "Tool"  find
-- col:    person   text  10  "Who had it"  find
-- col:    lent_at  time  11  "From"
-- col:    back_at  time  11  "Until"
-- col:    job      code  14  "Work order"  find drop=70
-- col:    remark   text  20  "How it came back"  find
-- hide:   id int
-- hide:   tool_id int
-- watch:  tool_loan
SELECT l.id, l.tool_id, t.code, u.title AS person, l.lent_at, l.back_at, j.number AS job, l.remark
FROM tool_loan l
JOIN tool t ON t.id = l.tool_id
JOIN user u ON u.id = l.user_id
LEFT JOIN job j ON j.id = l.job_id
