-- title:  Goods in transit are not the balance of their account
WITH both AS (
	SELECT ifnull((SELECT sum(value) FROM transfer_open), 0) AS open,
		ifnull((SELECT sum(amount) FROM entry_line WHERE account_id = 40), 0) AS account
)
SELECT open, account FROM both WHERE open <> account
