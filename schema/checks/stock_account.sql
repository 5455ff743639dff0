-- title:  The value of the stock is not the balance of its account
WITH both AS (
	SELECT ifnull((SELECT sum(value) FROM stock_value), 0) AS stock,
		ifnull((SELECT sum(amount) FROM entry_line WHERE account_id = 7), 0) AS account
)
SELECT stock, account FROM both WHERE stock <> account
