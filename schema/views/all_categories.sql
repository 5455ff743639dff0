-- title:  Categories
-- group:  Money
-- key:    income code
-- id:     id
-- names:  code title
-- label:  title
-- order:  income code
-- col:    code     code  14  "Code"  find
-- col:    title    choice:word  28  "Name"
-- col:    income   bool   8  "Income"
-- col:    account  code  12  "Account"  drop=70
-- col:    active   bool   6  "In use"
-- hide:   id int
-- hide:   ver int
-- watch:  expense_category
SELECT c.id, c.ver, c.code, c.title, c.income, a.code AS account, c.active
FROM expense_category c JOIN account a ON a.id = c.account_id
