-- title:  Parts by who picked them
-- group:  Stock
-- right:  cost.see
-- key:    picker
-- param:  day  range  required  default=m..today
-- col:    picker  text   14  "Picked by"
-- col:    slips   int     6  "Slips"  sum
-- col:    qty     qty    10  "Quantity"
-- col:    amount  money  12  "Amount"  sum
-- col:    cost    money  12  "Cost"  sum
-- col:    profit  money  12  "Gross profit"  sum
-- chart:  amount
SELECT u.title AS picker, count(DISTINCT d.id) AS slips, -sum(m.qty) AS qty, sum(muldiv(-m.qty, l.price, 1000)) AS amount,
	-sum(m.value) AS cost, sum(muldiv(-m.qty, l.price, 1000)) + sum(m.value) AS profit
FROM document d
JOIN stock_move m ON m.document_id = d.id
JOIN issue_slip s ON s.id = ifnull(d.reverses_id, d.id)
JOIN user u ON u.id = s.picker_id
LEFT JOIN job_line l ON l.id = m.job_line_id
WHERE d.day BETWEEN :day_from AND :day_to
GROUP BY u.id
