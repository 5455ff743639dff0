-- title:  The balance of a party is not the sum of its entries
WITH posted AS (
	SELECT party_id, account_id, sum(amount) AS amount FROM entry_line
	WHERE party_id IS NOT NULL GROUP BY party_id, account_id
)
SELECT p.party_id AS party, p.account_id AS account, p.amount AS posted, b.amount AS kept
FROM posted p LEFT JOIN party_balance b ON b.party_id = p.party_id AND b.account_id = p.account_id
WHERE p.amount <> ifnull(b.amount, 0)
UNION ALL
SELECT b.party_id, b.account_id, p.amount, b.amount
FROM party_balance b LEFT JOIN posted p ON p.party_id = b.party_id AND p.account_id = b.account_id
WHERE p.party_id IS NULL AND b.amount <> 0
