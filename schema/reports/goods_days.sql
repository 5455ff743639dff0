-- title:  Goods in and out by day
-- group:  Stock
-- key:    day
-- param:  period  range  required  default=m..today
-- param:  warehouse  ref:warehouses
-- col:    day        date  10  "Day"
-- col:    in_docs    int     6  "In, slips"  drop=90
-- col:    in_value   money  12  "In, cost"  sum right=cost.see
-- col:    out_docs   int     6  "Out, slips"  drop=90
-- col:    out_value  money  12  "Out, cost"  sum right=cost.see
-- col:    out_list   money  12  "Out, at list price"  sum
-- col:    net        money  12  "Net change"  sum right=cost.see
-- chart:  out_list
SELECT day, count(DISTINCT in_doc) AS in_docs, sum(in_value) AS in_value, count(DISTINCT out_doc) AS out_docs,
	sum(out_value) AS out_value, sum(out_list) AS out_list, sum(net) AS net
FROM goods_figure WHERE day BETWEEN :period_from AND :period_to AND (:warehouse IS NULL OR warehouse_id = :warehouse)
GROUP BY day
