-- title:  Expense
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    category   choice:word  24  "Category"
-- col:    payee      text   30  "Paid to"
-- col:    came_from  text   30  "Came from"
-- col:    paid       money  12  "Amount"
-- col:    tax        money  12  "Tax in it"
-- col:    method     choice:word  14  "Method"
-- col:    reference  text   24  "Reference"
-- col:    paper_on   date   10  "Date of the paper"
-- hide:   id int
SELECT e.id, c.title AS category, iif(c.income, NULL, e.payee) AS payee, iif(c.income, e.payee, NULL) AS came_from, e.amount AS paid, e.tax,
	ifnull(m.title, 'Petty cash') AS method, y.reference, e.paper_on
FROM expense e
JOIN expense_category c ON c.id = e.category_id
LEFT JOIN pay_method m ON m.id = e.method_id
LEFT JOIN payment y ON y.document_id = e.id
