-- Money that customers paid or were given back, by payment; suppliers and what was paid out for others are not in it.
CREATE VIEW taken AS
SELECT d.day, d.id AS document_id, y.amount
FROM document d JOIN payment y ON y.document_id = d.id AND y.method_id IN (SELECT id FROM pay_method WHERE money)
WHERE y.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
	AND NOT EXISTS (SELECT 1 FROM pay_out o WHERE o.id IN (d.id, d.reverses_id));
