-- title:  Invoice numbers
-- group:  Money
-- key:    id
-- id:     id
-- names:  range
-- label:  range
-- order:  -id
-- col:    type   choice:word  20  "Type"
-- col:    range  code  14  "Range"  find
-- col:    last   code  12  "Last number"
-- col:    next   code  12  "Next number"
-- col:    rest   int    8  "Left"
-- col:    active bool   6  "In use"
-- hide:   id int
-- hide:   ver int
-- watch:  invoice_range
SELECT r.id, r.ver, t.title AS type, r.code || printf('%0*d', r.digits, r.first) AS range,
	printf('%0*d', r.digits, r.last) AS last, iif(r.next <= r.last, printf('%0*d', r.digits, r.next), NULL) AS next,
	r.last - r.next + 1 AS rest, r.active
FROM invoice_range r JOIN invoice_type t ON t.id = r.type_id
