-- title:  Reasons for money in and out
-- group:  Money
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code
-- col:    code     code  12  "Code"     find
-- col:    title    choice:word  22  "Reason"
-- col:    comes    bool   8  "Comes in"
-- col:    account  choice:word  24  "Account"
-- hide:   id int
-- hide:   ver int
-- watch:  till_reason
SELECT r.id, r.ver, r.code, r.title, r.comes, a.title AS account
FROM till_reason r
JOIN account a ON a.id = r.account_id
