-- title:  Expenses and income by document
-- group:  Money
-- key:    day id
-- order:  day id
-- param:  day       range               filter=day
-- param:  category  ref:all_categories  filter=category_id
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"  find explain=booked
-- col:    category  choice:word  18  "Category"
-- col:    payee     text   14  "Paid to"  find drop=80
-- col:    expense   money  12  "Expense"  sum
-- col:    income    money  12  "Income"   sum
-- hide:   id int
-- hide:   document_id int
-- hide:   category_id int
SELECT m.document_id AS id, m.document_id, m.category_id, m.day, d.number, c.title AS category, ifnull(e.payee, '') AS payee,
	iif(c.income, 0, m.amount) AS expense, iif(c.income, m.amount, 0) AS income
FROM expense_move m
JOIN document d ON d.id = m.document_id
JOIN expense_category c ON c.id = m.category_id
LEFT JOIN expense e ON e.id = ifnull(d.reverses_id, d.id)
