-- What was bought, by document: a reversal counts back on its own day.
CREATE VIEW purchase_figure AS
WITH posted AS (
	SELECT d.id AS document_id, d.day, d.party_id, ifnull(o.id, d.id) AS id, ifnull(o.kind_id, d.kind_id) AS kind, iif(o.id IS NULL, 1, -1) AS sign
	FROM document d LEFT JOIN document o ON o.id = d.reverses_id
	WHERE ifnull(o.kind_id, d.kind_id) IN (10, 70, 71, 72, 73, 77)
)
SELECT q.document_id, q.day, strftime('%Y-%m', q.day * 86400, 'unixepoch') AS month, q.party_id, iif(q.kind = 10, q.sign, 0) AS receipts,
	iif(q.kind = 10, q.sign * ifnull((SELECT sum(l.amount) FROM purchase_line l WHERE l.document_id = q.id), 0), 0) AS bought,
	iif(q.kind = 70, q.sign * ifnull((SELECT sum(l.amount) FROM purchase_line l WHERE l.document_id = q.id), 0), 0) AS returned,
	q.sign * CASE q.kind WHEN 10 THEN ifnull((SELECT y.freight FROM purchase y WHERE y.id = q.id), 0)
		WHEN 73 THEN (SELECT f.to_stock + f.variance FROM purchase_freight f WHERE f.id = q.id) ELSE 0 END AS freight,
	iif(q.kind = 71, q.sign * ifnull((SELECT sum(i.amount - i.booked) FROM purchase_invoice_line i WHERE i.document_id = q.id), 0), 0)
		AS corrected,
	iif(q.kind IN (72, 77), q.sign * ifnull((SELECT s.paid FROM supplier_payment s WHERE s.id = q.id), 0), 0) AS paid
FROM posted q;
