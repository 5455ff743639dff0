-- Goods: what a catalogue knows of a part, what it costs whom, and how goods move in the house.

-- ---- the catalogue ----

CREATE INDEX part_superseded_by ON part (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX part_category_id ON part (category_id, id) WHERE category_id IS NOT NULL;

-- Packages that a part is bought and sold in besides its own unit.
CREATE TABLE part_unit (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	unit TEXT NOT NULL,
	factor INTEGER NOT NULL CHECK (factor > 0 AND factor < 1000000000), -- thousandths of the part's unit in one
	price INTEGER CHECK (price BETWEEN 0 AND 999999999999),            -- for one, at level A; NULL: by the factor
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, unit)
) STRICT;

-- Further barcodes, of the part or of one of its packages.
CREATE TABLE part_barcode (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	barcode TEXT NOT NULL UNIQUE,
	unit_id INTEGER REFERENCES part_unit
) STRICT;
CREATE INDEX part_barcode_part ON part_barcode (part_id, id);

-- Other names and numbers it is asked for by.
CREATE TABLE part_alias (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	alias TEXT NOT NULL,
	UNIQUE (part_id, alias)
) STRICT;

-- Cars it fits, in the words of vehicle.model.
CREATE TABLE part_fit (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	model TEXT NOT NULL,
	UNIQUE (part_id, model)
) STRICT;
CREATE INDEX part_fit_model ON part_fit (model, part_id);

-- Where it lies in a warehouse; part.bin is meant where there is none.
CREATE TABLE part_bin (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	bin TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, warehouse_id)
) STRICT;

-- ---- prices ----

CREATE TABLE part_level_price (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	level_id INTEGER NOT NULL REFERENCES price_level,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999), -- for one of the part's unit
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, level_id)
) STRICT;

-- What was asked for a part last: by a customer, and (no customer) by anybody. Kept at posting.
CREATE TABLE part_last_price (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	party_id INTEGER REFERENCES party,
	price INTEGER NOT NULL,
	factor INTEGER NOT NULL, -- thousandths of the part's unit that the price is for
	day INTEGER NOT NULL,
	document_id INTEGER NOT NULL REFERENCES document
) STRICT;
CREATE UNIQUE INDEX part_last_price_of ON part_last_price (part_id, coalesce(party_id, 0));

INSERT INTO schema_mark (tbl, mark) VALUES ('part_last_price', 'derived');

-- ---- goods that move in the house ----

INSERT INTO account (id, code, kind, title, class) VALUES
	(40, '1405.9', 'stock_transit', 'Stock in transit', 'asset'),
	(41, '6711.4', 'stocktake', 'Stocktake gain and loss', 'expense'),
	(42, '6711.5', 'stock_loss', 'Stock loss', 'expense'),
	(43, '6602.1', 'internal_use', 'Internal use', 'expense'),
	(44, '6301.4', 'stock_found', 'Other goods received', 'income');

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(60, 'stock_in', 'OI', 'Other stock-in', 1),
	(61, 'stock_out', 'OO', 'Other stock-out', 1),
	(62, 'stock_loss', 'SL', 'Stock write-off', 1),
	(63, 'aux_issue', 'AX', 'Auxiliary material', 1),
	(64, 'transfer', 'TF', 'Transfer', 1),
	(65, 'transfer_in', 'TI', 'Transfer received', 1),
	(66, 'stocktake', 'SK', 'Stocktake', 1),
	(67, 'price_change', 'PC', 'Price change', 0),
	(68, 'count_sheet', 'CS', 'Count sheet', 0);

-- Why goods come or go without a purchase or a sale, and the account that stands against them.
CREATE TABLE stock_reason (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	kind_id INTEGER NOT NULL REFERENCES document_kind,
	account_id INTEGER NOT NULL REFERENCES account
) STRICT;
INSERT INTO stock_reason (id, code, title, kind_id, account_id) VALUES
	(1, 'scrap', 'Recovered from scrap', 60, 44),
	(2, 'gift', 'Free goods', 60, 44),
	(3, 'found', 'Found', 60, 44),
	(4, 'returned', 'Brought back from use', 60, 43),
	(11, 'internal', 'Used in the house', 61, 43),
	(12, 'sample', 'Sample or display', 61, 43),
	(13, 'present', 'Given away', 61, 43),
	(21, 'damaged', 'Damaged', 62, 42),
	(22, 'expired', 'Expired', 62, 42),
	(23, 'lost', 'Gone missing', 62, 42),
	(24, 'scrapped', 'Scrapped', 62, 42),
	(31, 'auxiliary', 'Auxiliary material', 63, 43);

CREATE TABLE stock_voucher (
	id INTEGER PRIMARY KEY, -- the document's id
	reason_id INTEGER NOT NULL REFERENCES stock_reason,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	picker_id INTEGER REFERENCES user
) STRICT;

-- A transfer leaves one warehouse and lies in transit until it is received, in one piece or several.
CREATE TABLE transfer (
	id INTEGER PRIMARY KEY, -- the document's id
	from_id INTEGER NOT NULL REFERENCES warehouse,
	to_id INTEGER NOT NULL REFERENCES warehouse,
	carrier TEXT,
	CHECK (from_id <> to_id)
) STRICT;
CREATE TABLE transfer_line (
	id INTEGER PRIMARY KEY,
	transfer_id INTEGER NOT NULL REFERENCES transfer,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0),
	value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE INDEX transfer_line_transfer ON transfer_line (transfer_id, id);
-- What of a line is still in transit; the row goes when nothing is.
CREATE TABLE transfer_open (
	id INTEGER PRIMARY KEY, -- the line's id
	transfer_id INTEGER NOT NULL REFERENCES transfer,
	qty INTEGER NOT NULL CHECK (qty > 0),
	value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE INDEX transfer_open_transfer ON transfer_open (transfer_id, id);
-- What ended the way of goods: they came, went back, or were lost.
CREATE TABLE transfer_receipt (
	id INTEGER PRIMARY KEY, -- the document's id
	transfer_id INTEGER NOT NULL REFERENCES transfer,
	how TEXT NOT NULL CHECK (how IN ('received', 'back', 'lost'))
) STRICT;
CREATE INDEX transfer_receipt_transfer ON transfer_receipt (transfer_id, id);
CREATE TABLE transfer_receipt_line (
	id INTEGER PRIMARY KEY,
	receipt_id INTEGER NOT NULL REFERENCES transfer_receipt,
	line_id INTEGER NOT NULL REFERENCES transfer_line,
	qty INTEGER NOT NULL CHECK (qty > 0),
	value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE INDEX transfer_receipt_line_receipt ON transfer_receipt_line (receipt_id, id);
CREATE INDEX transfer_receipt_line_line ON transfer_receipt_line (line_id);

-- A stocktake is open while it is counted, beside the day's work; what it found is booked when it is approved.
CREATE TABLE stocktake (
	id INTEGER PRIMARY KEY,
	sheet_id INTEGER NOT NULL REFERENCES document, -- its count sheet, whose number it goes by
	title TEXT NOT NULL,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	scope TEXT NOT NULL CHECK (scope IN ('all', 'bin', 'spot')),
	bin TEXT,                -- the beginning of the bins that are counted
	blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'booked', 'dropped')),
	opened_at INTEGER NOT NULL,
	opened_by INTEGER NOT NULL REFERENCES user,
	document_id INTEGER REFERENCES document,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stocktake_state ON stocktake (state, id);
CREATE INDEX stocktake_sheet ON stocktake (sheet_id);
CREATE INDEX stocktake_document ON stocktake (document_id) WHERE document_id IS NOT NULL;
-- A part's count: what was there, and what the books said at that moment. A second count over the tolerance keeps the
-- first beside it.
CREATE TABLE stocktake_line (
	id INTEGER PRIMARY KEY,
	stocktake_id INTEGER NOT NULL REFERENCES stocktake,
	part_id INTEGER NOT NULL REFERENCES part,
	counted INTEGER CHECK (counted >= 0), -- NULL: asked for, not counted yet
	book INTEGER,
	at INTEGER,
	by_id INTEGER REFERENCES user,
	times INTEGER NOT NULL DEFAULT 0,
	first_diff INTEGER,       -- counted less book of the count before
	recount INTEGER NOT NULL DEFAULT 0 CHECK (recount IN (0, 1)),
	cost INTEGER CHECK (cost BETWEEN 0 AND 999999999999), -- what one is worth, where the books are wrong
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (stocktake_id, part_id)
) STRICT;
CREATE INDEX stocktake_line_part ON stocktake_line (part_id, id);
-- What was booked of it.
CREATE TABLE stocktake_found (
	id INTEGER PRIMARY KEY,
	stocktake_id INTEGER NOT NULL REFERENCES stocktake,
	document_id INTEGER NOT NULL REFERENCES document,
	part_id INTEGER NOT NULL REFERENCES part,
	book INTEGER NOT NULL,
	counted INTEGER NOT NULL,
	value INTEGER NOT NULL, -- gained, or lost below 0
	cost_value INTEGER NOT NULL -- by the corrected cost
) STRICT;
CREATE INDEX stocktake_found_document ON stocktake_found (document_id, id);
CREATE INDEX stocktake_found_stocktake ON stocktake_found (stocktake_id, id);

-- Prices before and after; level NULL: the list price.
CREATE TABLE price_change_line (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	part_id INTEGER NOT NULL REFERENCES part,
	level_id INTEGER REFERENCES price_level,
	before INTEGER,
	after INTEGER NOT NULL
) STRICT;
CREATE INDEX price_change_line_document ON price_change_line (document_id, id);
CREATE INDEX price_change_line_part ON price_change_line (part_id, id);

-- ---- months ----

-- What came and went in a month (year * 12 + month - 1), and what was there at its end, by part and warehouse.
CREATE TABLE stock_month (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	month INTEGER NOT NULL,
	in_qty INTEGER NOT NULL DEFAULT 0,
	in_value INTEGER NOT NULL DEFAULT 0,
	out_qty INTEGER NOT NULL DEFAULT 0,
	out_value INTEGER NOT NULL DEFAULT 0,
	after_qty INTEGER NOT NULL,
	after_value INTEGER NOT NULL, -- sum of the movements' values in that warehouse
	UNIQUE (part_id, warehouse_id, month)
) STRICT;
CREATE INDEX stock_month_month ON stock_month (month, part_id, warehouse_id);
CREATE INDEX stock_move_day ON stock_move (day, id);

-- Quantity and value of the stock as of the morning of a day.
CREATE TABLE stock_close (
	id INTEGER PRIMARY KEY,
	morning_on INTEGER NOT NULL UNIQUE,
	parts INTEGER NOT NULL,
	qty INTEGER NOT NULL,
	value INTEGER NOT NULL,
	transit INTEGER NOT NULL,
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user
) STRICT;

INSERT INTO schema_mark (tbl, mark) VALUES
	('transfer_open', 'derived'), ('stock_month', 'derived'),
	('stock_voucher', 'posted'), ('transfer', 'posted'), ('transfer_line', 'posted'), ('transfer_receipt', 'posted'),
	('transfer_receipt_line', 'posted'), ('stocktake_found', 'posted'), ('price_change_line', 'posted'), ('stock_close', 'posted');
