-- title:  Receipt
-- key:    number
-- id:     id
-- param:  document  ref:documents  filter=id  required
-- col:    number  code   16  "Number"
-- col:    taken   money  12  "Money"
-- col:    part    money  12  "In money"
-- col:    payer     text  20  "Received from"
-- col:    receiver  text  20  "Given back to"
-- hide:   id int
SELECT d.id, d.number, nullif(abs(sum(iif(m.money, y.amount, 0))), 0) AS taken,
	iif(sum(m.money = 0), abs(sum(iif(m.money, y.amount, 0))), NULL) AS part,
	iif(sum(y.amount) < 0, NULL, p.name) AS payer, iif(sum(y.amount) < 0, p.name, NULL) AS receiver
FROM document d
JOIN payment y ON y.document_id = d.id
JOIN pay_method m ON m.id = y.method_id
LEFT JOIN party p ON p.id = d.party_id
GROUP BY d.id
