-- title:  The kept balance of an account is not the sum of its entries
SELECT a.code AS account, b.amount, (SELECT sum(l.amount) FROM entry_line l WHERE l.account_id = b.id) AS entries
FROM account_balance b JOIN account a ON a.id = b.id
WHERE b.amount <> ifnull((SELECT sum(l.amount) FROM entry_line l WHERE l.account_id = b.id), 0)
