-- title:  Price history of a part
-- group:  Stock
-- key:    day id
-- order:  -day
-- param:  part  ref:parts  filter=part_id  required
-- param:  kind  choice:price_kind  filter=kind
-- param:  day   range  filter=day
-- col:    day     date  10  "Day"
-- col:    kind    choice:price_kind  12  "Kind"
-- col:    number  code  14  "Document"
-- col:    party   text  18  "Party"
-- col:    qty     qty    9  "Quantity"
-- col:    price   money 10  "Price"
-- col:    cost    money 10  "Cost"   right=cost.see
-- col:    person  text  10  "Who"    drop=90
-- col:    amount  money 11  "Amount"  sum drop=100
-- col:    value   money 11  "Cost of all"  sum right=cost.see drop=112
-- hide:   id int
-- hide:   part_id int
WITH moved AS (
	SELECT 4 * l.id AS id, l.part_id, iif(l.returns_id IS NULL, 'purchase', 'purchase_return') AS kind, l.document_id, d.party_id,
		l.qty, CAST(NULL AS INTEGER) AS price, l.cost, CAST(NULL AS INTEGER) AS user_id, l.amount, CAST(NULL AS INTEGER) AS value
	FROM purchase_line l JOIN document d ON d.id = l.document_id
	WHERE l.part_id = :part
	UNION ALL
	SELECT 4 * m.id + 1, m.part_id, iif(m.qty < 0, 'issue', 'return'), m.document_id, j.customer_id, abs(m.qty), n.price,
		muldiv(abs(m.value), 1000, abs(m.qty)), s.picker_id, muldiv(abs(m.qty), n.price, 1000), abs(m.value)
	FROM stock_move m JOIN issue_slip s ON s.id = m.document_id JOIN job j ON j.id = m.job_id
	LEFT JOIN job_line n ON n.id = m.job_line_id
	WHERE m.part_id = :part AND m.qty <> 0
	UNION ALL
	SELECT 4 * l.id + 2, l.part_id, 'sale', l.sale_id, d.party_id, l.qty,
		iif(l.set_id, muldiv(l.amount - l.discount, 1000, l.qty), l.price), NULL, NULL, l.amount - l.discount, l.cost
	FROM sale_line l JOIN document d ON d.id = l.sale_id
	WHERE l.part_id = :part
)
SELECT m.id, m.part_id, d.day, m.kind, d.number, p.name AS party, m.qty, m.price, m.cost, u.title AS person,
	m.amount, m.value
FROM moved m
JOIN document d ON d.id = m.document_id
JOIN user u ON u.id = ifnull(m.user_id, d.user_id)
LEFT JOIN party p ON p.id = m.party_id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
