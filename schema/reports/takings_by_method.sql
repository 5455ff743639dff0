-- title:  Takings by method
-- rule:   Receipts of customers less what they were given back; suppliers and what was collected for others are not in it.
-- group:  Money
-- key:    day pos method_id
-- param:  day  range  required  default=m..today
-- col:    day       date   10  "Day"
-- col:    method    choice:word  14  "Method"
-- col:    receipts  int     8  "Receipts"  sum
-- col:    taken     money  12  "Taken"     sum explain=receipts
-- col:    refunded  money  12  "Refunded"  sum explain=refunds
-- col:    net       money  12  "Net taken"       sum explain=receipts.amount
-- hide:   pos int
-- hide:   method_id int
-- chart:  net
SELECT d.day, m.pos, m.id AS method_id, m.title AS method, count(*) AS receipts, sum(max(y.amount, 0)) AS taken,
	sum(min(y.amount, 0)) AS refunded, sum(y.amount) AS net
FROM document d
JOIN payment y ON y.document_id = d.id
JOIN pay_method m ON m.id = y.method_id
WHERE d.day BETWEEN :day_from AND :day_to AND m.money
	AND y.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
	AND NOT EXISTS (SELECT 1 FROM pay_out o WHERE o.id IN (d.id, d.reverses_id))
GROUP BY d.day, m.id
