-- title:  The day in figures
-- group:  Money
-- key:    pos
-- col:    figure  choice:word  30  "Figure"
-- col:    count   int    8  "Quantity"
-- col:    amount  money  14  "Amount"
-- hide:   pos int
SELECT 1 AS pos, 'Cars received' AS figure, count(*) AS count, NULL AS amount FROM job WHERE received_on = :today
UNION ALL
SELECT 2, 'Work orders settled', count(*), ifnull(sum(s.total), 0)
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.settled_on = :today
UNION ALL
SELECT 3, 'Cars handed over', count(*), ifnull(sum(s.total), 0)
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.handed_over_on = :today
UNION ALL
SELECT 4, 'Money taken', count(DISTINCT d.id), ifnull(sum(y.amount), 0)
FROM document d JOIN payment y ON y.document_id = d.id AND y.method_id IN (SELECT id FROM pay_method WHERE money) WHERE d.day = :today
	AND y.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
	AND NOT EXISTS (SELECT 1 FROM pay_out o WHERE o.id IN (d.id, d.reverses_id))
UNION ALL
SELECT 5, 'Cars in the house', count(*), ifnull(sum(total), 0) FROM job WHERE state NOT IN ('handed_over', 'cancelled')
UNION ALL
SELECT 6, 'Open bills', count(*), ifnull(sum(amount), 0) FROM bill_open
