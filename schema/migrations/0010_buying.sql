-- Buying: what is wanted, ordered, received, returned, invoiced and paid.

-- ---- what we owe, by document ----

-- Debts to suppliers and carriers; a credit note is one below 0.
CREATE TABLE payable (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	party_id INTEGER NOT NULL REFERENCES party,
	amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) < 1000000000000),
	due_on INTEGER NOT NULL,
	collects INTEGER NOT NULL DEFAULT 0 CHECK (collects IN (0, 1)) -- a carrier collects it for the supplier
) STRICT;
CREATE INDEX payable_document ON payable (document_id);
CREATE INDEX payable_party ON payable (party_id, id);

-- What is still open of one; the row goes when nothing is.
CREATE TABLE payable_open (
	id INTEGER PRIMARY KEY, -- the payable's id
	party_id INTEGER NOT NULL REFERENCES party,
	due_on INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX payable_open_party ON payable_open (party_id, due_on, id);
CREATE INDEX payable_open_due ON payable_open (due_on, id);

CREATE TABLE payable_allocation (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	payable_id INTEGER NOT NULL REFERENCES payable,
	amount INTEGER NOT NULL CHECK (amount <> 0)
) STRICT;
CREATE INDEX payable_allocation_document ON payable_allocation (document_id);
CREATE INDEX payable_allocation_payable ON payable_allocation (payable_id);

-- What a payment to a supplier was made of.
CREATE TABLE supplier_payment (
	id INTEGER PRIMARY KEY, -- the document's id
	supplier_id INTEGER NOT NULL REFERENCES party,
	paid INTEGER NOT NULL,                           -- money that went out; below 0: that came back
	discount INTEGER NOT NULL CHECK (discount >= 0), -- that the supplier lets us keep
	used INTEGER NOT NULL CHECK (used >= 0),         -- of what was paid in advance
	ahead INTEGER NOT NULL CHECK (ahead >= 0)        -- of the money, paid in advance now
) STRICT;
CREATE INDEX supplier_payment_supplier ON supplier_payment (supplier_id, id);

-- ---- receipts ----

CREATE TABLE purchase_type (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)) -- costs nothing
) STRICT;
INSERT INTO purchase_type (id, code, title, free) VALUES
	(1, 'normal', 'Ordinary purchase', 0), (2, 'gift', 'Gift of the maker', 1), (3, 'repair', 'For a repair', 0);

-- Lines of receipts and of returns.
CREATE TABLE purchase_line (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	pos INTEGER NOT NULL,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	cost INTEGER NOT NULL CHECK (cost >= 0),
	amount INTEGER NOT NULL CHECK (amount >= 0), -- qty * cost, rounded: what the supplier's paper says
	value INTEGER NOT NULL CHECK (value >= 0),   -- what stock took or gave
	tax INTEGER NOT NULL DEFAULT 0 CHECK (tax >= 0), -- of a return: in the amount, that was deducted
	returns_id INTEGER REFERENCES purchase_line  -- the line of the receipt that goes back
) STRICT;
CREATE INDEX purchase_line_document ON purchase_line (document_id, pos);
CREATE INDEX purchase_line_part ON purchase_line (part_id, id);
CREATE INDEX purchase_line_returns ON purchase_line (returns_id) WHERE returns_id IS NOT NULL;

CREATE TABLE purchase_return (
	id INTEGER PRIMARY KEY, -- the document's id
	receipt_id INTEGER NOT NULL REFERENCES purchase
) STRICT;
CREATE INDEX purchase_return_receipt ON purchase_return (receipt_id);

-- The supplier's invoice for receipts that came before.
CREATE TABLE purchase_invoice (
	id INTEGER PRIMARY KEY, -- the document's id
	supplier_id INTEGER NOT NULL REFERENCES party,
	invoice_no TEXT NOT NULL,
	invoice_on INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount >= 0),
	tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND amount)
) STRICT;
CREATE INDEX purchase_invoice_no ON purchase_invoice (supplier_id, invoice_no);

CREATE TABLE purchase_invoice_line (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	line_id INTEGER NOT NULL REFERENCES purchase_line,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL CHECK (amount >= 0),
	tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND amount),
	booked INTEGER NOT NULL,   -- what was owed or estimated for it before
	to_stock INTEGER NOT NULL, -- of the difference, what is on hand
	variance INTEGER NOT NULL CHECK (to_stock + variance = amount - tax - booked)
) STRICT;
CREATE INDEX purchase_invoice_line_document ON purchase_invoice_line (document_id);
CREATE INDEX purchase_invoice_line_line ON purchase_invoice_line (line_id);

-- Freight and fees that came after the goods.
CREATE TABLE purchase_freight (
	id INTEGER PRIMARY KEY, -- the document's id
	receipt_id INTEGER NOT NULL REFERENCES purchase,
	original_no TEXT NOT NULL,
	to_stock INTEGER NOT NULL,
	variance INTEGER NOT NULL,
	tax INTEGER NOT NULL DEFAULT 0 -- beside what is in the cost of the goods
) STRICT;
CREATE INDEX purchase_freight_receipt ON purchase_freight (receipt_id);

-- ---- orders ----

-- A case: its number is its document's, its lines change by commands until everything is there.
CREATE TABLE purchase_order (
	id INTEGER PRIMARY KEY, -- the document's id
	supplier_id INTEGER NOT NULL REFERENCES party,
	state TEXT NOT NULL CHECK (state IN ('open', 'sent', 'partly', 'arrived', 'closed', 'cancelled')),
	ordered_on INTEGER NOT NULL,
	sent_on INTEGER,
	promised_on INTEGER,
	note TEXT,
	reason TEXT, -- why it was closed or cancelled
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX purchase_order_live ON purchase_order (supplier_id, id) WHERE state IN ('open', 'sent', 'partly');

CREATE TABLE purchase_order_line (
	id INTEGER PRIMARY KEY,
	order_id INTEGER NOT NULL REFERENCES purchase_order,
	pos INTEGER NOT NULL,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	cost INTEGER NOT NULL CHECK (cost BETWEEN 0 AND 999999999999),
	received_qty INTEGER NOT NULL DEFAULT 0 CHECK (received_qty >= 0),
	want_id INTEGER REFERENCES want,
	dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX purchase_order_line_order ON purchase_order_line (order_id, pos, id);
CREATE INDEX purchase_order_line_part ON purchase_order_line (part_id, id);

-- What of a received line fills which line of the order.
CREATE TABLE purchase_arrival (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL REFERENCES purchase_line,
	order_line_id INTEGER NOT NULL REFERENCES purchase_order_line,
	qty INTEGER NOT NULL CHECK (qty > 0)
) STRICT;
CREATE INDEX purchase_arrival_line ON purchase_arrival (line_id);
CREATE INDEX purchase_arrival_order ON purchase_arrival (order_line_id);

-- ---- what is wanted ----

CREATE TABLE want_source (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO want_source (code, title) VALUES
	('limits', 'Below its minimum'), ('last_year', 'Same time last year'), ('job', 'Short on a work order'),
	('sale', 'Short on a sale'), ('request', 'Asked for by the workshop'), ('lost', 'Asked, not had'),
	('hand', 'Written by hand');

-- A line of the purchase plan, until it is on an order, has come and is where it was wanted.
CREATE TABLE want (
	id INTEGER PRIMARY KEY,
	document_id INTEGER REFERENCES document, -- the plan or the request that it stands on
	part_id INTEGER REFERENCES part,         -- NULL: in words
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	source TEXT NOT NULL REFERENCES want_source (code),
	job_id INTEGER REFERENCES job,
	sale_id INTEGER REFERENCES document,
	customer_id INTEGER REFERENCES party,
	plate TEXT,
	urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
	need_on INTEGER,
	supplier_id INTEGER REFERENCES party,
	user_id INTEGER NOT NULL REFERENCES user,
	at INTEGER NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ordered', 'arrived', 'done', 'dropped')),
	arrived_at INTEGER,
	arrived_by INTEGER REFERENCES document, -- the receipt that brought it
	reason TEXT,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX want_live ON want (urgent, at, id) WHERE state IN ('open', 'ordered', 'arrived');
CREATE INDEX want_part ON want (part_id, state) WHERE part_id IS NOT NULL;
CREATE INDEX want_job ON want (job_id, state) WHERE job_id IS NOT NULL;
CREATE INDEX want_arrived ON want (arrived_by) WHERE state = 'arrived';
CREATE INDEX want_document ON want (document_id) WHERE document_id IS NOT NULL;

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(70, 'purchase_return', 'PR', 'Purchase return', 1),
	(71, 'purchase_invoice', 'PI', 'Purchase invoice', 1),
	(72, 'supplier_payment', 'SP', 'Payment to a supplier', 1),
	(73, 'purchase_freight', 'FR', 'Freight on goods', 1),
	(74, 'purchase_order', 'PO', 'Purchase order', 0),
	(75, 'purchase_plan', 'PP', 'Purchase plan', 0),
	(76, 'order_request', 'OR', 'Order request', 0),
	(77, 'supplier_refund', 'PB', 'Money back from a supplier', 1);

INSERT INTO account (id, code, kind, title, class) VALUES
	(45, '1123', 'advance_paid', 'Paid in advance to suppliers', 'asset'),
	(46, '6301.1', 'supplier_discount', 'Discounts from suppliers', 'income');

INSERT INTO schema_mark (tbl, mark) VALUES
	('payable_open', 'derived'),
	('payable', 'posted'), ('payable_allocation', 'posted'), ('supplier_payment', 'posted'), ('purchase_line', 'posted'),
	('purchase_return', 'posted'), ('purchase_invoice', 'posted'), ('purchase_invoice_line', 'posted'),
	('purchase_freight', 'posted'), ('purchase_arrival', 'posted');
