-- Ways to pay that the shop writes down itself.

UPDATE pay_method SET money = 0 WHERE id > 5;
UPDATE pay_method SET drawer = 1, gives_change = 1 WHERE id = 1;
UPDATE pay_method SET channel = 1 WHERE id IN (2, 3, 4);
-- Each way that is money has an account of its own, so that the ledger alone says what came by it.
CREATE UNIQUE INDEX pay_method_account ON pay_method (account_id) WHERE money = 1;

-- ---- stored value that was invoiced when it was paid in ----

-- What of a top-up is on an invoice; below 0 on a red letter.
CREATE TABLE invoice_value (
	id INTEGER PRIMARY KEY,
	invoice_id INTEGER NOT NULL REFERENCES invoice,
	top_up_id INTEGER NOT NULL REFERENCES document,
	card_id INTEGER NOT NULL REFERENCES card,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	UNIQUE (invoice_id, top_up_id)
) STRICT;
CREATE INDEX invoice_value_top_up ON invoice_value (top_up_id);
CREATE INDEX invoice_value_card ON invoice_value (card_id);

-- What of it has paid which bill, or a work order before its settlement; below 0: given back.
CREATE TABLE value_use (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	card_id INTEGER NOT NULL REFERENCES card,
	party_id INTEGER NOT NULL REFERENCES party,
	bill_id INTEGER REFERENCES bill,
	job_id INTEGER REFERENCES job,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	CHECK ((bill_id IS NULL) <> (job_id IS NULL))
) STRICT;
CREATE INDEX value_use_document ON value_use (document_id);
CREATE INDEX value_use_card ON value_use (card_id);
CREATE INDEX value_use_bill ON value_use (bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX value_use_job ON value_use (job_id, party_id) WHERE job_id IS NOT NULL;

-- What of a card's principal stands on invoices already, kept: a card pays for ten years.
CREATE TABLE card_value (
	id INTEGER PRIMARY KEY REFERENCES card,
	invoiced INTEGER NOT NULL
) STRICT;

CREATE VIEW card_invoiced AS
SELECT c.id, c.number, ifnull((SELECT v.invoiced FROM card_value v WHERE v.id = c.id), 0) AS invoiced,
	ifnull((SELECT m.after_principal FROM card_move m WHERE m.card_id = c.id ORDER BY m.id DESC LIMIT 1), 0) AS principal
FROM card c;

-- What of a bill may stand on invoices: less what was credited or brought back, and what was invoiced when it was paid onto a card.
-- And what does.
CREATE VIEW bill_invoiced AS
SELECT id, document_id, party_id, amount, max(amount - less - covered, 0) AS billed, covered, invoiced
FROM (SELECT b.id, b.document_id, b.party_id, b.amount,
		ifnull((SELECT sum(a.amount) FROM allocation a JOIN document d ON d.id = a.document_id
			WHERE a.bill_id = b.id AND (d.kind_id = 45
				OR (d.kind_id = 12 AND EXISTS (SELECT 1 FROM credit c WHERE c.id = d.reverses_id)))), 0)
		+ ifnull((SELECT sum(r.total) FROM sale_return r WHERE r.sale_id = b.document_id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.id)), 0)
		-- the shortfall of a claim stands on a bill of the customer's
		+ ifnull((SELECT sum(w.amount) FROM write_off w WHERE w.bill_id = b.id AND w.how = 'customer'
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = w.document_id)), 0) AS less,
		ifnull((SELECT sum(u.amount) FROM value_use u WHERE u.bill_id = b.id), 0)
		+ ifnull((SELECT sum(u.amount) FROM document d JOIN value_use u ON u.job_id = d.job_id AND u.party_id = b.party_id
			WHERE d.id = b.document_id AND d.kind_id = 4
				AND b.id = (SELECT min(x.id) FROM bill x WHERE x.document_id = b.document_id AND x.party_id = b.party_id)), 0)
		-- what paid his bills of settlements that were opened again is held for this one
		+ ifnull((SELECT sum(u.amount) FROM document d JOIN document o ON o.job_id = d.job_id AND o.kind_id = 4
			JOIN document v ON v.reverses_id = o.id
			JOIN bill g ON g.document_id = o.id AND g.party_id = b.party_id JOIN value_use u ON u.bill_id = g.id
			WHERE d.id = b.document_id AND d.kind_id = 4
				AND b.id = (SELECT min(x.id) FROM bill x WHERE x.document_id = b.document_id AND x.party_id = b.party_id)), 0)
			AS covered,
		ifnull((SELECT sum(i.amount) FROM invoice_bill i WHERE i.bill_id = b.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = i.invoice_id)), 0) AS invoiced
	FROM bill b
	WHERE b.amount > 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = b.document_id)
		-- deposits on old cores go back with them
		AND NOT EXISTS (SELECT 1 FROM core k WHERE k.document_id = b.document_id));

INSERT INTO schema_mark (tbl, mark) VALUES ('invoice_value', 'posted'), ('value_use', 'posted'), ('card_value', 'derived');

-- ---- tax that special invoices of suppliers let the shop deduct ----

-- ---- kept figures of each day ----

-- What a document adds to the figures of its day: money beside turnover only where it is a customer's.
CREATE VIEW figure_receipt AS
SELECT d.id, d.day, y.amount AS receipts
FROM document d JOIN payment y ON y.document_id = d.id JOIN pay_method m ON m.id = y.method_id AND m.money
WHERE y.party_id IS NOT NULL AND d.kind_id NOT IN (72, 77, 116)
	AND NOT EXISTS (SELECT 1 FROM document o WHERE o.id = d.reverses_id AND o.kind_id IN (72, 77, 116));
CREATE VIEW figure_line AS
SELECT t.id, t.day, iif(t.department = 1, t.gross, 0) AS workshop, iif(t.department = 2, t.gross, 0) AS counter, t.net - t.cost AS profit,
	t.cars, 0 AS receipts, 0 AS expenses
FROM turnover_line t
UNION ALL
SELECT id, day, 0, 0, 0, 0, receipts, 0 FROM figure_receipt
UNION ALL
SELECT d.id, d.day, 0, 0, 0, 0, 0, e.amount - e.tax
FROM document d JOIN expense e ON e.id = d.id JOIN expense_category c ON c.id = e.category_id
WHERE d.kind_id = 107 AND NOT c.income
UNION ALL
SELECT d.id, d.day, 0, 0, 0, 0, 0, e.tax - e.amount
FROM document d JOIN expense e ON e.id = d.reverses_id JOIN expense_category c ON c.id = e.category_id
WHERE d.kind_id = 12 AND NOT c.income;

CREATE TABLE figure_day (
	id INTEGER PRIMARY KEY, -- the day
	workshop INTEGER NOT NULL,
	counter INTEGER NOT NULL,
	profit INTEGER NOT NULL,
	cars INTEGER NOT NULL,
	receipts INTEGER NOT NULL,
	expenses INTEGER NOT NULL
) STRICT;
INSERT INTO figure_day (id, workshop, counter, profit, cars, receipts, expenses)
SELECT day, sum(workshop), sum(counter), sum(profit), sum(cars), sum(receipts), sum(expenses) FROM figure_line GROUP BY day;

INSERT INTO schema_mark (tbl, mark) VALUES ('figure_day', 'derived');

-- ---- what stands open at the end of a day ----

CREATE VIEW open_end AS
SELECT 1 AS pos, s.id, 'Till still open' AS what, t.code AS number, u.title AS party, d.day, s.float_amount AS amount
FROM till_shift s JOIN till t ON t.id = s.till_id JOIN user u ON u.id = s.opened_by LEFT JOIN document d ON d.id = s.open_document_id
WHERE s.closed_at IS NULL
UNION ALL
SELECT 2, c.id, iif(c.state = 'held', 'Sale put aside', 'Sale being typed'),
	ifnull(c.label, (SELECT l.text FROM cart_line l WHERE l.cart_id = c.id ORDER BY l.pos LIMIT 1)), ifnull(p.name, u.title), c.at / 86400,
	(SELECT sum(iif(l.gift IS NULL, (l.qty * l.price + 500) / 1000 - l.discount, 0)) FROM cart_line l WHERE l.cart_id = c.id)
FROM cart c JOIN user u ON u.id = c.user_id LEFT JOIN party p ON p.id = c.customer_id
WHERE EXISTS (SELECT 1 FROM cart_line l WHERE l.cart_id = c.id)
UNION ALL
SELECT 3, j.id, 'Finished, not settled', j.number, p.name, j.received_on, j.total
FROM job j JOIN party p ON p.id = j.customer_id WHERE j.state = 'finished'
UNION ALL
SELECT 4, j.id, 'To be given back', j.number, p.name, j.settled_on,
	-(SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 11)
FROM job j JOIN party p ON p.id = j.customer_id
WHERE j.settled_on IS NOT NULL AND (SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 11) < 0
UNION ALL
SELECT 5, p.id, 'Received, not invoiced', d.number, a.name, d.day, d.amount
FROM purchase p JOIN document d ON d.id = p.id JOIN party a ON a.id = p.supplier_id
WHERE p.estimated AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = p.id)
	AND NOT EXISTS (SELECT 1 FROM purchase_line l JOIN purchase_invoice_line i ON i.line_id = l.id
		JOIN purchase_invoice v ON v.id = i.document_id WHERE l.document_id = p.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = v.id))
UNION ALL
SELECT 6, o.id, 'Ordered, not received', d.number, a.name, d.day, d.amount
FROM purchase_order o JOIN document d ON d.id = o.id JOIN party a ON a.id = o.supplier_id WHERE o.state IN ('sent', 'partly')
UNION ALL
SELECT 7, d.id, 'Not reviewed', d.number, ifnull(p.name, u.title), d.day, d.amount
FROM document d JOIN review_kind k ON k.kind_id = d.kind_id JOIN user u ON u.id = d.user_id LEFT JOIN party p ON p.id = d.party_id
WHERE EXISTS (SELECT 1 FROM review) -- a shop that reviews
	AND ifnull((SELECT r.verdict FROM review r WHERE r.document_id = d.id ORDER BY r.id DESC LIMIT 1), '') <> 'reviewed'
	AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
UNION ALL
SELECT 8, d.id, 'Not printed', d.number, ifnull(p.name, ''), d.day, d.amount
FROM print_job q JOIN document d ON d.id = q.document_id LEFT JOIN party p ON p.id = d.party_id
WHERE q.state = 'queued';
