-- title:  The day in figures
-- rule:   What happened today; cars in the house and open bills are as they stand now.
-- group:  Money
-- key:    pos
-- col:    figure  choice:word  30  "Figure"
-- col:    count   int    8  "Quantity"  explain=day_figure_lines
-- col:    amount  money  14  "Amount"  explain=day_figure_lines.amount
-- hide:   pos int
SELECT 1 AS pos, 'Cars received' AS figure, count(*) AS count, NULL AS amount FROM job WHERE received_on = :today
UNION ALL
SELECT 2, 'Work orders settled', count(*), ifnull(sum(s.total), 0)
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.settled_on = :today
UNION ALL
SELECT 3, 'Cars handed over', count(*), ifnull(sum(s.total), 0)
FROM job j JOIN settlement s ON s.id = j.settlement_id WHERE j.handed_over_on = :today
UNION ALL
SELECT 4, 'Money taken', count(DISTINCT document_id), ifnull(sum(amount), 0) FROM taken WHERE day = :today
UNION ALL
SELECT 5, 'Cars in the house', count(*), ifnull(sum(total), 0) FROM job WHERE state NOT IN ('handed_over', 'cancelled')
UNION ALL
SELECT 6, 'Open bills', count(*), ifnull(sum(amount), 0) FROM bill_open
