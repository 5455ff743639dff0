-- title:  Deposits that lie here are not their balance in the books
WITH held AS (
	SELECT t.party_id, sum(t.amount - ifnull((SELECT sum(b.amount + b.kept) FROM deposit_back b WHERE b.deposit_id = t.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.id)), 0)) AS amount
	FROM deposit t
	WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = t.id)
	GROUP BY t.party_id
), booked AS (
	SELECT party_id, -sum(amount) AS amount FROM entry_line WHERE account_id = 58 GROUP BY party_id
)
SELECT b.party_id, b.amount AS booked, h.amount AS held FROM booked b LEFT JOIN held h ON h.party_id = b.party_id
WHERE b.amount <> ifnull(h.amount, 0) OR h.amount < 0
