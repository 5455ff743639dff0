-- title:  Day closings
-- group:  Money
-- key:    day
-- id:     id
-- names:  number
-- label:  number
-- order:  -day
-- param:  day  range  filter=day
-- col:    day        date   10  "Day"
-- col:    number     code   14  "Number"  find
-- col:    billed     money  12  "Billed"  sum explain=turnover.gross
-- col:    came       money  12  "Money"   sum explain=day_close_sums
-- col:    open_ends  int     8  "Not done"
-- col:    person     text   10  "Who"
-- col:    remark     text   20  "Remark"  drop=100
-- hide:   id int
-- watch:  day_close
SELECT c.id, c.day, d.number, d.amount AS billed,
	ifnull((SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'method'), 0) AS came,
	c.open_ends, u.title AS person, d.remark
FROM day_close c JOIN document d ON d.id = c.id JOIN user u ON u.id = d.user_id
