-- title:  Transfers on the way
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  -id
-- col:    number   code  14  "Number"  find
-- col:    from_w   choice:word  12  "Sent from"
-- col:    to_w     choice:word  12  "Sent to"
-- col:    carrier  text  10  "Carried by"
-- col:    day      date  10  "Day"
-- hide:   id int
-- watch:  transfer_open
SELECT t.id, d.number, f.title AS from_w, g.title AS to_w, t.carrier, d.day
FROM transfer t
JOIN document d ON d.id = t.id
JOIN warehouse f ON f.id = t.from_id
JOIN warehouse g ON g.id = t.to_id
WHERE t.id IN (SELECT transfer_id FROM transfer_open)
