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
-- col:    taken         bool  6  "Taken here"
-- col:    needs_number  bool  9  "Asks for a number"
-- hide:   id int
-- hide:   ver int
-- hide:   pos int
-- watch:  pay_method
SELECT m.id, m.ver, m.pos, m.code, m.title, a.title AS account, m.active AS taken, m.reference AS needs_number
FROM pay_method m LEFT JOIN account a ON a.id = m.account_id
