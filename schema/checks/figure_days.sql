-- title:  The kept figures of a day are not the sum of its documents
WITH line AS (
	SELECT day, sum(workshop) AS workshop, sum(counter) AS counter, sum(profit) AS profit, sum(cars) AS cars, sum(receipts) AS receipts,
		sum(expenses) AS expenses
	FROM figure_line GROUP BY day
)
SELECT f.id AS day, f.workshop, l.workshop AS of_jobs, f.counter, l.counter AS of_sales, f.profit, l.profit AS of_profit, f.receipts,
	l.receipts AS of_receipts
FROM figure_day f
LEFT JOIN line l ON l.day = f.id
WHERE f.workshop <> ifnull(l.workshop, 0) OR f.counter <> ifnull(l.counter, 0) OR f.profit <> ifnull(l.profit, 0)
	OR f.cars <> ifnull(l.cars, 0) OR f.receipts <> ifnull(l.receipts, 0) OR f.expenses <> ifnull(l.expenses, 0)
UNION ALL
SELECT l.day, NULL, l.workshop, NULL, l.counter, NULL, l.profit, NULL, l.receipts
FROM line l WHERE NOT EXISTS (SELECT 1 FROM figure_day f WHERE f.id = l.day)
