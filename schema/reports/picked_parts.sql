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
SELECT x.picker, count(DISTINCT x.id) AS slips, sum(x.qty) AS qty, sum(x.amount) AS amount, sum(x.cost) AS cost,
	-- the amount is what the customer is asked for, with tax; the profit is without
	sum(muldiv(x.amount, 10000, 10000 + x.tax_rate) - x.cost) AS profit
FROM (SELECT d.id, s.picker_id, u.title AS picker, -m.qty AS qty, muldiv(-m.qty, l.price, 1000) AS amount, -m.value AS cost,
	coalesce((SELECT t.rate FROM tax_rate t WHERE t.part_id = m.part_id), (SELECT t.rate FROM tax_rate t WHERE t.line_kind = 'part'),
		(SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'tax.rate'), 1300) AS tax_rate
FROM document d
JOIN stock_move m ON m.document_id = d.id
JOIN issue_slip s ON s.id = ifnull(d.reverses_id, d.id)
JOIN user u ON u.id = s.picker_id
LEFT JOIN job_line l ON l.id = m.job_line_id
WHERE d.day BETWEEN :day_from AND :day_to) x
GROUP BY x.picker_id
