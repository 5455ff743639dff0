-- title:  Behind a statement's balance
-- group:  Money
-- key:    id
-- order:  id
-- param:  statement  ref:statements  required
-- param:  line       int             required
-- col:    day       date   10  "Day"
-- col:    kind      choice:word  16  "Kind"
-- col:    document  code   14  "Document" explain=booked
-- col:    amount    money  14  "Amount"  sum
-- hide:   id int
-- hide:   document_id int
SELECT 0 AS id, s.from_on AS day, 'Balance before' AS kind, CAST(NULL AS TEXT) AS document, CAST(NULL AS INTEGER) AS document_id, s.opening AS amount
FROM statement s
WHERE s.id = :statement
UNION ALL
SELECT p.id, p.day, k.title, d.number, p.document_id, p.amount
FROM statement_line p
JOIN document d ON d.id = p.document_id
JOIN document_kind k ON k.id = d.kind_id
WHERE p.statement_id = :statement AND p.id <= :line
