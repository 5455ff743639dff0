-- title:  Transfers
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  -id
-- param:  day  range  filter=day
-- col:    day      date  10  "Day"
-- col:    number   code  14  "Number"  find
-- col:    from_w   choice:word  12  "Sent from"
-- col:    to_w     choice:word  12  "Sent to"
-- col:    carrier  text   8  "Carried by"  drop=90
-- col:    parts    int    5  "Parts"
-- col:    open     int   10  "On the way"
-- col:    value    money 11  "Value"  right=cost.see drop=90
-- col:    reversed_by  code 14  "Reversed by"  drop=110
-- hide:   id int
-- watch:  transfer transfer_open
SELECT t.id, d.day, d.number, f.title AS from_w, g.title AS to_w, t.carrier,
	(SELECT count(*) FROM transfer_line l WHERE l.transfer_id = t.id) AS parts,
	(SELECT count(*) FROM transfer_open o WHERE o.transfer_id = t.id) AS open,
	(SELECT sum(l.value) FROM transfer_line l WHERE l.transfer_id = t.id) AS value, x.number AS reversed_by
FROM transfer t
JOIN document d ON d.id = t.id
JOIN warehouse f ON f.id = t.from_id
JOIN warehouse g ON g.id = t.to_id
LEFT JOIN document x ON x.reverses_id = t.id
