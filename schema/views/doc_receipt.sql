-- title:  Receipt
-- key:    number
-- id:     id
-- param:  document  ref:documents  filter=id  required
-- col:    number  code   16  "Number"
-- col:    taken   money  12  "Money"
-- col:    part    money  12  "In money"
-- hide:   id int
SELECT d.id, d.number, nullif(abs(sum(iif(m.money, y.amount, 0))), 0) AS taken,
	iif(sum(m.money = 0), abs(sum(iif(m.money, y.amount, 0))), NULL) AS part
FROM document d
JOIN payment y ON y.document_id = d.id
JOIN pay_method m ON m.id = y.method_id
GROUP BY d.id
