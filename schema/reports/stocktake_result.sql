-- title:  Stocktake report
-- group:  Stock
-- key:    code
-- param:  stocktake  ref:stocktakes  filter=stocktake_id  required
-- col:    code        code   14  "Part"
-- col:    name        text   22  "Description"
-- col:    book        qty     9  "Books"
-- col:    counted     qty     9  "Counted"
-- col:    diff        qty     9  "Difference"
-- col:    gained      money  11  "Gain"  sum right=cost.see
-- col:    lost        money  11  "Loss"  sum right=cost.see
-- col:    cost_value  money  11  "By the cost"  sum right=cost.see drop=100
-- hide:   stocktake_id int
SELECT f.stocktake_id, p.code, p.name, f.book, f.counted, f.counted - f.book AS diff, max(f.value, 0) AS gained, max(-f.value, 0) AS lost, f.cost_value
FROM stocktake_found f JOIN part p ON p.id = f.part_id
