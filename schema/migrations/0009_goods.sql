-- Goods: what a catalogue knows of a part, what it costs whom, and how goods move in the house.

-- ---- the catalogue ----

ALTER TABLE part ADD COLUMN grade TEXT;                                -- original, brand, used, reconditioned: the shop's words
ALTER TABLE part ADD COLUMN step INTEGER NOT NULL DEFAULT 1;           -- the smallest quantity, thousandths; 1000: whole ones
ALTER TABLE part ADD COLUMN hot INTEGER NOT NULL DEFAULT 0;            -- what everybody asks for: shown first
ALTER TABLE part ADD COLUMN hint TEXT;                                 -- what is said at the counter when it is sold
ALTER TABLE part ADD COLUMN companion_id INTEGER REFERENCES part;      -- what goes well with it
ALTER TABLE part ADD COLUMN superseded_by INTEGER REFERENCES part;     -- the number that replaces it; never ordered again
ALTER TABLE part ADD COLUMN core_price INTEGER;                        -- fen, the deposit on its old core
CREATE INDEX part_superseded_by ON part (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX part_category_id ON part (category_id, id) WHERE category_id IS NOT NULL;
ALTER TABLE part_category ADD COLUMN batch INTEGER NOT NULL DEFAULT 0; -- 1: receipts ask for batch and expiry

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

-- Levels A to E. A part may have a price of its own at a level; else the level's factor makes it of the list price or
-- of the cost.
CREATE TABLE price_level (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	basis TEXT NOT NULL DEFAULT 'list' CHECK (basis IN ('list', 'cost')),
	factor INTEGER NOT NULL DEFAULT 10000 CHECK (factor BETWEEN 0 AND 100000),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO price_level (id, code, title) VALUES
	(1, 'A', 'List price'), (2, 'B', 'Wholesale price'), (3, 'C', 'Agent price'), (4, 'D', 'Transfer price'),
	(5, 'E', 'Purchase price');
UPDATE price_level SET basis = 'cost' WHERE id = 5;

CREATE TABLE part_level_price (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	level_id INTEGER NOT NULL REFERENCES price_level,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999), -- for one of the part's unit
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (part_id, level_id)
) STRICT;

-- The level of a class of customers; NULL: A.
ALTER TABLE customer_class ADD COLUMN level_id INTEGER REFERENCES price_level;

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
