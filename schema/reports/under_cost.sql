-- title:  Sold under cost or far below the list
-- group:  Money
-- key:    number pos
-- order:  -day number pos
-- param:  day    range  required  default=m..today
-- param:  below  rate   default=20%
-- col:    day       date   10  "Day"  drop=100
-- col:    number    code   14  "Number"
-- col:    department  choice:word  10  "Department"  drop=120
-- col:    text      text   16  "Description"
-- col:    list      money  10  "List"
-- col:    net       money  10  "Net"   sum drop=110
-- col:    cost      money  10  "Cost"  sum right=cost.see
-- col:    off       rate    8  "Below list"
-- col:    why       choice:word  14  "Why it is here"
-- col:    person    text    8  "Who"  drop=110
-- hide:   pos int
-- right:  cost.see
WITH line AS (
	SELECT d.day, d.number, l.id AS pos, 'Workshop' AS department, l.text, l.amount AS list, l.amount - l.discount AS paid, l.net, l.cost, d.user_id
	FROM document d JOIN settlement_line l ON l.settlement_id = d.id
	WHERE d.kind_id = 4 AND d.day BETWEEN :day_from AND :day_to AND NOT l.passed AND l.amount > 0
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
	UNION ALL
	SELECT d.day, d.number, l.id, 'Counter', l.text, iif(l.set_id, l.amount - l.discount, muldiv(l.qty, l.list_price, 1000)), l.amount - l.discount, l.net, l.cost, d.user_id
	FROM document d JOIN sale_line l ON l.sale_id = d.id
	WHERE d.kind_id = 80 AND d.day BETWEEN :day_from AND :day_to
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
), seen AS (
	SELECT *, iif(list > 0, muldiv(max(list - paid, 0), 10000, list), 0) AS off FROM line
)
SELECT s.day, s.number, s.pos, s.department, s.text, s.list, s.net, s.cost, s.off,
	iif(s.net < s.cost, 'Under cost', 'Below the limit') AS why, u.title AS person
FROM seen s JOIN user u ON u.id = s.user_id
WHERE s.net < s.cost OR s.off > ifnull(:below, 2000)
