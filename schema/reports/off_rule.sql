-- title:  Lines priced off the rule
-- group:  Workshop
-- key:    number pos
-- order:  -day number pos
-- param:  period  range  filter=day  default=m..today
-- col:    day     date   10  "Received"
-- col:    number  code   14  "Work order"
-- col:    plate   plate  10  "Plate"  find drop=95
-- col:    text    text   16  "Description"  find
-- col:    rule    money  10  "By the rule"
-- col:    price   money  10  "Price"
-- col:    given   money  11  "Given away"  sum
-- col:    who     text    8  "Given by"  find drop=100
-- col:    reason  text   16  "Reason"  drop=110
-- col:    bears   choice:line_bearer  8  "Borne by"  drop=120
-- hide:   pos int
SELECT j.received_on AS day, j.number, l.pos, v.plate, l.text, ifnull(l.rule_price, l.list_price) AS rule, l.price,
	muldiv(l.qty, ifnull(l.rule_price, l.list_price) - l.price, 1000) AS given, u.title AS who, l.free_reason AS reason,
	ifnull(l.bears, 'customer') AS bears
FROM job_line l
JOIN job j ON j.id = l.job_id
JOIN vehicle v ON v.id = j.vehicle_id
LEFT JOIN user u ON u.id = l.priced_by
WHERE l.state = 'on' AND l.price <> ifnull(l.rule_price, l.list_price) AND j.state <> 'cancelled'
