-- title:  The kept balance of an account is not the sum of its entries
WITH entries AS (SELECT account_id, sum(amount) AS amount FROM entry_line GROUP BY account_id)
SELECT a.code AS account, b.amount, e.amount AS entries
FROM account a LEFT JOIN account_balance b ON b.id = a.id LEFT JOIN entries e ON e.account_id = a.id
WHERE b.amount IS NOT e.amount
