-- title:  The advances held are not the payments that no bill has used
WITH came AS (
	SELECT ifnull(sum(y.amount), 0) - ifnull((SELECT sum(k.amount) FROM advance_keep k
		WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = k.id)), 0) AS amount
	FROM payment y JOIN document d ON d.id = y.document_id
	WHERE y.purpose_id IS NULL AND y.method_id <> 8
		AND y.party_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supplier_payment s WHERE s.id IN (d.id, d.reverses_id))
		AND NOT EXISTS (SELECT 1 FROM pay_out o WHERE o.id IN (d.id, d.reverses_id))
), used AS (
	SELECT ifnull(sum(b.amount), 0) - ifnull((SELECT sum(o.amount) FROM bill_open o), 0) -
		-- what was credited was not paid in money
		ifnull((SELECT sum(c.total) FROM credit c WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.id)), 0) -
		-- nor what was written off
		ifnull((SELECT sum(w.amount) FROM write_off w WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = w.document_id)), 0)
		AS amount
	FROM bill b
	WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)
), held AS (
	SELECT -ifnull(sum(amount), 0) AS amount FROM entry_line WHERE account_id = 11
)
SELECT came.amount AS came, used.amount AS used, held.amount AS held FROM came, used, held
WHERE came.amount - used.amount <> held.amount
