-- title:  The bills or the tax rates of an invoice are not its amount
-- on:     invoice
SELECT i.id, i.code || i.no AS invoice, i.amount, d.amount AS document
FROM invoice i
JOIN document d ON d.id = i.id
WHERE d.amount <> i.amount
	OR i.amount <> ifnull((SELECT sum(b.amount) FROM invoice_bill b WHERE b.invoice_id = i.id), 0)
		+ ifnull((SELECT sum(v.amount) FROM invoice_value v WHERE v.invoice_id = i.id), 0)
	OR i.amount <> ifnull((SELECT sum(l.gross) FROM invoice_line l WHERE l.invoice_id = i.id), 0)
	OR i.tax <> ifnull((SELECT sum(l.tax) FROM invoice_line l WHERE l.invoice_id = i.id), 0)
