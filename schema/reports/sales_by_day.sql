-- title:  Sales by day, labour and parts
-- rule:   Settlements of the day; one that was reopened counts back on the day it was.
-- group:  Money
-- key:    day
-- param:  day  range  required  default=m..today
-- col:    day       date   10  "Day"
-- col:    jobs      int     6  "Work orders"  sum
-- col:    labour    money  12  "Labour"    sum explain=settled_moves.labour
-- col:    parts     money  12  "Parts"     sum explain=settled_moves.parts
-- col:    fees      money  10  "Fees"      sum drop=100 explain=settled_moves.fees
-- col:    discount  money  10  "Discount"  sum drop=90 explain=settled_moves.discount
-- col:    rounding  money   8  "Rounding"  sum drop=110 explain=settled_moves.rounding
-- col:    total     money  12  "Total"     sum explain=settled_moves.total
-- col:    net       money  12  "Net"       sum drop=80 explain=settled_moves.net
-- col:    tax       money  10  "Tax"       sum drop=120 explain=settled_moves.tax
-- col:    cost      money  12  "Cost"      sum right=cost.see drop=130 explain=settled_moves.cost
-- col:    profit    money  12  "Gross profit"  sum right=cost.see drop=130 explain=settled_moves.profit
-- chart:  total
SELECT day, sum(jobs) AS jobs, sum(labour) AS labour, sum(parts) AS parts, sum(fees) AS fees, sum(discount) AS discount, sum(rounding) AS rounding, sum(total) AS total, sum(net) AS net, sum(tax) AS tax, sum(cost) AS cost, sum(profit) AS profit
FROM settled_move WHERE day BETWEEN :day_from AND :day_to GROUP BY day
