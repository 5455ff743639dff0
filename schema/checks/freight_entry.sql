-- title:  The freight of goods is not what is in their cost, in the variance and in the tax
-- on:     purchase_freight
SELECT f.id, d.number, d.amount, f.to_stock, f.variance, f.tax
FROM purchase_freight f
JOIN document d ON d.id = f.id
WHERE d.amount <> f.to_stock + f.variance + f.tax
	OR f.tax <> ifnull((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = f.id AND l.account_id = 13), 0)
