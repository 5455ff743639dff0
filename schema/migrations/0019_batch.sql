-- Goods that are kept by batch.

CREATE TABLE batch (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	number TEXT NOT NULL,     -- '': what was there before, or whose batch nobody knows
	expires_on INTEGER,       -- the last day it is good
	first_on INTEGER NOT NULL,
	supplier_id INTEGER REFERENCES party,
	stopped TEXT,             -- why nothing of it goes out any more
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, number)
) STRICT;
CREATE INDEX batch_number ON batch (number, id);
CREATE INDEX batch_expires ON batch (expires_on, id) WHERE expires_on IS NOT NULL;

-- What of a batch lies in a warehouse; the batches of a part make its stock there.
CREATE TABLE batch_stock (
	id INTEGER PRIMARY KEY,
	batch_id INTEGER NOT NULL REFERENCES batch,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	qty INTEGER NOT NULL CHECK (qty >= 0),
	UNIQUE (part_id, warehouse_id, batch_id)
) STRICT;
CREATE INDEX batch_stock_batch ON batch_stock (batch_id);

-- What a movement of stock took from which batch, or put into it.
CREATE TABLE batch_move (
	id INTEGER PRIMARY KEY,
	batch_id INTEGER NOT NULL REFERENCES batch,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	move_id INTEGER REFERENCES stock_move,   -- NULL: it lay there when keeping by batch began
	document_id INTEGER REFERENCES document, -- of the movement
	of_id INTEGER REFERENCES document,       -- the document whose goods go the way back
	qty INTEGER NOT NULL CHECK (qty <> 0 AND abs(qty) < 1000000000),
	after_qty INTEGER NOT NULL CHECK (after_qty >= 0)
) STRICT;
CREATE INDEX batch_move_batch ON batch_move (batch_id, warehouse_id, id);
CREATE INDEX batch_move_move ON batch_move (move_id) WHERE move_id IS NOT NULL;
CREATE INDEX batch_move_document ON batch_move (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX batch_move_of ON batch_move (of_id) WHERE of_id IS NOT NULL;

-- A count by batch, beside the count of the part.
CREATE TABLE stocktake_batch (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL REFERENCES stocktake_line,
	batch_id INTEGER NOT NULL REFERENCES batch,
	counted INTEGER NOT NULL CHECK (counted >= 0),
	book INTEGER NOT NULL,
	UNIQUE (line_id, batch_id)
) STRICT;
CREATE INDEX stocktake_batch_batch ON stocktake_batch (batch_id);

INSERT INTO schema_mark (tbl, mark) VALUES ('batch_stock', 'derived'), ('batch_move', 'posted');

-- ---- goods of suppliers ----

CREATE INDEX warehouse_supplier ON warehouse (supplier_id, at_id) WHERE supplier_id IS NOT NULL;

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(125, 'consign_in', 'GI', 'Consigned in', 0),
	(126, 'consign_out', 'GO', 'Consigned back', 0),
	(127, 'consign_buy', 'GB', 'Consigned bought', 1);

-- What a piece costs when it is bought, as agreed last.
CREATE TABLE consign_price (
	id INTEGER PRIMARY KEY,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	part_id INTEGER NOT NULL REFERENCES part,
	cost INTEGER NOT NULL CHECK (cost BETWEEN 0 AND 999999999999),
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (warehouse_id, part_id)
) STRICT;
CREATE INDEX consign_price_part ON consign_price (part_id, id);

CREATE TABLE consign_slip (
	id INTEGER PRIMARY KEY, -- the document's id
	supplier_id INTEGER NOT NULL REFERENCES party,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	original_no TEXT,
	for_id INTEGER REFERENCES document -- the sale or issue that they were bought for
) STRICT;
CREATE INDEX consign_slip_supplier ON consign_slip (supplier_id, id);
CREATE INDEX consign_slip_for ON consign_slip (for_id) WHERE for_id IS NOT NULL;

CREATE TABLE consign_line (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES consign_slip,
	pos INTEGER NOT NULL,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	cost INTEGER NOT NULL CHECK (cost >= 0),
	amount INTEGER NOT NULL CHECK (amount >= 0) -- qty * cost, rounded; owed when it is bought
) STRICT;
CREATE INDEX consign_line_document ON consign_line (document_id, pos);
CREATE INDEX consign_line_part ON consign_line (part_id, id);

INSERT INTO schema_mark (tbl, mark) VALUES ('consign_slip', 'posted'), ('consign_line', 'posted');

-- ---- a part that comes back takes its deposit along ----

CREATE INDEX core_back_return ON core_back (return_id) WHERE return_id IS NOT NULL;

-- ---- what suppliers ask for their goods ----

CREATE TABLE supplier_price (
	id INTEGER PRIMARY KEY,
	supplier_id INTEGER NOT NULL REFERENCES party,
	part_id INTEGER NOT NULL REFERENCES part,
	number TEXT,              -- the supplier's own
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999), -- for one of the part's unit
	pack INTEGER NOT NULL DEFAULT 1000 CHECK (pack > 0 AND pack < 1000000000), -- is sold by so many
	from_on INTEGER NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, supplier_id, from_on)
) STRICT;
CREATE INDEX supplier_price_number ON supplier_price (supplier_id, number) WHERE number IS NOT NULL;
