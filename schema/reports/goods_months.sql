-- title:  Goods in and out by month
-- group:  Stock
-- key:    day
-- param:  period  range  required  default=-1y..today
-- param:  warehouse  ref:warehouses
-- col:    day        text  10  "Month"
-- col:    in_docs    int     6  "In, slips"  drop=90
-- col:    in_value   money  12  "In, cost"  sum right=cost.see
-- col:    out_docs   int     6  "Out, slips"  drop=90
-- col:    out_value  money  12  "Out, cost"  sum right=cost.see
-- col:    out_list   money  12  "Out, at list price"  sum
-- col:    net        money  12  "Net change"  sum right=cost.see
-- chart:  out_list
SELECT strftime('%Y-%m', m.day * 86400, 'unixepoch') AS day, count(DISTINCT iif(m.qty > 0, m.document_id, NULL)) AS in_docs, sum(iif(m.qty > 0 OR (m.qty = 0 AND m.value > 0), m.value, 0)) AS in_value,
	count(DISTINCT iif(m.qty < 0, m.document_id, NULL)) AS out_docs, -sum(iif(m.qty < 0 OR (m.qty = 0 AND m.value < 0), m.value, 0)) AS out_value,
	sum(iif(m.qty < 0, muldiv(-m.qty, p.price, 1000), 0)) AS out_list, sum(m.value) AS net
FROM stock_move m
JOIN part p ON p.id = m.part_id
WHERE m.day BETWEEN :period_from AND :period_to AND m.warehouse_id = ifnull(:warehouse, m.warehouse_id)
GROUP BY strftime('%Y-%m', m.day * 86400, 'unixepoch')
