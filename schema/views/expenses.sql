-- title:  Expenses and other income
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  payee
-- order:  -id
-- param:  day       range               filter=day
-- param:  category  ref:all_categories  filter=category_id
-- col:    day       date  10  "Day"
-- col:    number    code  14  "Number"  find explain=booked
-- col:    category  choice:word  18  "Category"
-- col:    payee     text  16  "Paid to"  find
-- col:    amount    money 12  "Amount"  sum
-- col:    tax       money 10  "Tax in it"  sum drop=100
-- col:    method    choice:word  12  "Method"  drop=90
-- col:    remark    text  20  "Remark"  find drop=110
-- col:    person    text  10  "Who"  drop=120
-- col:    void      bool   8  "Reversed"
-- hide:   id int
-- hide:   category_id int
-- watch:  expense document
-- hide:   document_id int
SELECT e.id, e.id AS document_id, e.category_id, d.day, d.number, c.title AS category, ifnull(e.payee, '') AS payee,
	iif(c.income, e.amount, -e.amount) AS amount, e.tax, ifnull(m.title, 'Petty cash') AS method, d.remark, u.title AS person,
	EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id) AS void
FROM expense e
JOIN document d ON d.id = e.id
JOIN expense_category c ON c.id = e.category_id
JOIN user u ON u.id = d.user_id
LEFT JOIN pay_method m ON m.id = e.method_id
