-- title:  Not yet invoiced, by customer
-- rule:   What was billed less what stands on invoices and what was paid from stored value that has its invoice.
-- group:  Money
-- key:    party id
-- order:  party id | -left id
-- param:  day    range        required  default=-1y..today
-- param:  party  ref:parties  filter=id
-- col:    party     text   20  "Customer"  find
-- col:    tax_no    code   20  "Tax number"  drop=100
-- col:    bills     int     6  "Bills"     sum
-- col:    billed    money  12  "Billed"    sum explain=uninvoiced
-- col:    invoiced  money  12  "Invoiced"  sum
-- col:    left      money  12  "To invoice"   sum explain=uninvoiced.left
-- col:    too_much  money  12  "To be taken back"  sum drop=90
-- hide:   id int
-- chart:  left
-- hide:   party_id int
WITH asked AS MATERIALIZED ( -- what each bill comes to is reckoned once
	SELECT b.party_id, b.billed, b.invoiced FROM document d CROSS JOIN bill_invoiced b ON b.document_id = d.id
	WHERE d.day BETWEEN :day_from AND :day_to
)
SELECT p.id, p.id AS party_id, p.name AS party, p.tax_no, sum(b.billed > b.invoiced) AS bills, sum(b.billed) AS billed, sum(b.invoiced) AS invoiced,
	sum(max(b.billed - b.invoiced, 0)) AS left, sum(max(b.invoiced - b.billed, 0)) AS too_much
FROM asked b
JOIN party p ON p.id = b.party_id
WHERE b.billed <> b.invoiced
GROUP BY p.id
