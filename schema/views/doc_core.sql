-- title:  Old cores
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    party_phone  phone 13  "Phone"
-- col:    origin       code  14  "Sold with"
-- col:    sent         code  14  "Sent with"
-- col:    refund       money 12  "Given back"
-- col:    credited     money 12  "Credited"
-- col:    refused      money 12  "Not credited"
-- hide:   id int
SELECT d.id, p.phone AS party_phone,
	coalesce((SELECT g.number FROM core o JOIN document g ON g.id = o.origin_id WHERE o.document_id = d.id LIMIT 1),
		(SELECT g.number FROM core_back b JOIN core o ON o.id = b.core_id JOIN document g ON g.id = o.origin_id
			WHERE b.document_id = d.id ORDER BY b.id LIMIT 1)) AS origin,
	s.number AS sent, -(SELECT sum(y.amount) FROM payment y WHERE y.document_id = d.id AND y.amount < 0) AS refund,
	c.amount AS credited, nullif(c.refused, 0) AS refused
FROM document d
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN core_credit c ON c.id = d.id
LEFT JOIN document s ON s.id = c.sent_id
