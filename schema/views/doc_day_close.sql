-- title:  Day close
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    closed_day  date   10  "Day"
-- col:    billed      money  12  "Billed"
-- col:    came        money  12  "Money"
-- col:    open_ends   int     6  "Not done"
-- hide:   id int
SELECT c.id, c.day AS closed_day, d.amount AS billed,
	ifnull((SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'method'), 0) AS came, c.open_ends
FROM day_close c JOIN document d ON d.id = c.id
