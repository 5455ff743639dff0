-- title:  Reasons for money out
-- group:  Money
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code
-- col:    code     code  12  "Code"     find
-- col:    title    choice:word  24  "Reason"
-- col:    account  choice:word  24  "Account"
-- hide:   id int
-- watch:  till_reason
SELECT r.id, r.code, r.title, a.title AS account
FROM till_reason r
JOIN account a ON a.id = r.account_id
WHERE r.comes = 0 AND r.active = 1
