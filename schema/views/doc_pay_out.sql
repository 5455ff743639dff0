-- title:  Paid out for others
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    payee      text  24  "Paid to"
-- col:    paid       money 12  "Paid"
-- col:    method     choice:word  10  "Method"
-- col:    reference  text  20  "Reference"
-- col:    what       text  40  "What for"
-- hide:   id int
SELECT o.id, o.payee, o.amount AS paid, m.title AS method, y.reference,
	(SELECT group_concat(l.text, ', ') FROM job_line l WHERE l.job_id = o.job_id AND l.pass_through = 1 AND l.state = 'on') AS what
FROM pay_out o
LEFT JOIN payment y ON y.document_id = o.id
LEFT JOIN pay_method m ON m.id = y.method_id
