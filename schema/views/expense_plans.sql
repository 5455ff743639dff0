-- title:  Each month
-- group:  Money
-- key:    due_day id
-- id:     id
-- names:  payee
-- label:  payee
-- order:  due_day id
-- col:    due_day   int    4  "Day"
-- col:    payee     text  20  "Paid to"  find
-- col:    category  choice:word  20  "Category"
-- col:    amount    money 12  "Amount"  sum
-- col:    paid_by   choice:word  12  "Method"  drop=70
-- col:    booked    bool   8  "Booked this month"
-- col:    active    bool   6  "In use"  drop=60
-- hide:   id int
-- hide:   method text
-- hide:   ver int
-- watch:  expense_plan expense
SELECT p.id, p.ver, p.due_day, p.payee, c.title AS category, p.amount, p.method, ifnull(m.title, 'Petty cash') AS paid_by, p.active,
	EXISTS (SELECT 1 FROM expense e JOIN document d ON d.id = e.id WHERE e.plan_id = p.id
		AND d.day >= unixepoch(:today * 86400, 'unixepoch', 'start of month') / 86400
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)) AS booked
FROM expense_plan p JOIN expense_category c ON c.id = p.category_id
LEFT JOIN pay_method m ON m.code = p.method
