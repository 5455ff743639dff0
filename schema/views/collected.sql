-- title:  Collected for others
-- group:  Money
-- key:    received_at id
-- id:     id
-- names:  number plate
-- label:  plate
-- order:  received_at
-- param:  job   ref:jobs  filter=id
-- col:    number     code  14  "Work order"  find
-- col:    plate      plate 10  "Plate"     find
-- col:    customer   text  10  "Customer"  find drop=90
-- col:    what       text  16  "What for"  find
-- col:    amount     money 10  "Passed on"   sum
-- col:    paid       money 10  "Paid out"    sum
-- col:    left       money 11  "Still to pay"  sum
-- hide:   id int
-- hide:   received_at time
-- hide:   held bool
-- watch:  job job_line document
SELECT x.id, x.number, x.plate, x.customer, x.what, x.amount, x.paid, x.amount - x.paid AS left, x.received_at,
	x.amount > x.paid AS held
FROM (
	SELECT j.id, j.number, v.plate, p.name AS customer, j.received_at,
		(SELECT group_concat(l.text, ', ') FROM job_line l WHERE l.job_id = j.id AND l.pass_through = 1 AND l.state = 'on') AS what,
		-- before the settlement what the lines say, then what the books say
		iif(j.settlement_id IS NULL,
			ifnull((SELECT sum(l.amount) FROM job_line l WHERE l.job_id = j.id AND l.pass_through = 1 AND l.state = 'on'), 0),
			ifnull((SELECT -sum(e.amount) FROM entry_line e WHERE e.job_id = j.id AND e.account_id = 31), 0) + o.paid) AS amount,
		o.paid
	FROM (SELECT l.job_id, ifnull((SELECT sum(y.amount) FROM pay_out y WHERE y.job_id = l.job_id
			AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = y.id)), 0) AS paid
		FROM job_line l WHERE l.pass_through = 1 GROUP BY l.job_id) o
	JOIN job j ON j.id = o.job_id
	LEFT JOIN vehicle v ON v.id = j.vehicle_id
	LEFT JOIN party p ON p.id = j.customer_id
	WHERE j.state <> 'cancelled'
) x
WHERE x.amount <> x.paid
