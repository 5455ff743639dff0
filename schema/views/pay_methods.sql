-- title:  Ways to pay
-- group:  Money
-- key:    pos code
-- id:     id
-- names:  code title
-- label:  title
-- order:  pos
-- col:    code     code  10  "Code"  find
-- col:    title    choice:word  16  "Method"
-- col:    account  choice:word  20  "Account"
-- hide:   id int
-- hide:   pos int
-- watch:  pay_method
SELECT m.id, m.pos, m.code, m.title, a.title AS account
FROM pay_method m LEFT JOIN account a ON a.id = m.account_id
