-- title:  Receipts by purpose, method and cashier
-- rule:   All payments of the days by what they were for; what was given back stands beside it.
-- group:  Money
-- key:    purpose method person
-- param:  day  range  required  default=m..today
-- col:    purpose   choice:word  18  "Purpose"
-- col:    method    choice:word  12  "Method"
-- col:    person    text   12  "Cashier"
-- col:    receipts  int     8  "Receipts"  sum
-- col:    taken     money  12  "Taken"     sum explain=payments.came
-- col:    refunded  money  12  "Refunded"  sum explain=payments.went
-- chart:  taken
-- hide:   purpose_id int
-- hide:   method_id int
-- hide:   person_id int
SELECT o.id AS purpose_id, m.id AS method_id, d.user_id AS person_id, o.title AS purpose, m.title AS method, ifnull(u.title, '') AS person, count(*) AS receipts,
	sum(max(y.amount, 0)) AS taken, sum(min(y.amount, 0)) AS refunded
FROM document d
JOIN payment y ON y.document_id = d.id
JOIN pay_method m ON m.id = y.method_id
JOIN pay_purpose o ON o.id = ifnull(y.purpose_id, 1)
LEFT JOIN user u ON u.id = d.user_id
WHERE d.day BETWEEN :day_from AND :day_to
GROUP BY o.id, m.id, d.user_id
