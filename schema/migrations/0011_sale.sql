-- The counter: sales and their returns, and the sale that is being typed.

INSERT INTO account (id, code, kind, title, class) VALUES
	(50, '6001.3', 'income_goods', 'Income from goods', 'income'),
	(51, '6051.3', 'restocking_fees', 'Restocking fees', 'income'),
	(52, '6401.5', 'returns_scrapped', 'Returned goods scrapped', 'expense');

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(80, 'sale', 'SA', 'Sale', 1),
	(81, 'sale_return', 'SR', 'Sale return', 1);

-- What a sale is for.
CREATE TABLE sale_type (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)), -- every line is given away
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO sale_type (id, code, title, free) VALUES
	(1, 'normal', 'Normal sale', 0), (2, 'gift', 'Gifts', 1), (3, 'activity', 'Activity', 0);

-- The customer of a sale that names nobody; made by the first such sale.
CREATE TABLE walk_in (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	party_id INTEGER NOT NULL REFERENCES party
) STRICT;

CREATE TABLE sale (
	id INTEGER PRIMARY KEY, -- the document's id
	party_id INTEGER NOT NULL REFERENCES party,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	salesperson_id INTEGER NOT NULL REFERENCES user,
	type_id INTEGER NOT NULL REFERENCES sale_type,
	carrier_id INTEGER REFERENCES party,
	collect INTEGER NOT NULL DEFAULT 0 CHECK (collect IN (0, 1)), -- the carrier brings the money
	goods INTEGER NOT NULL,    -- before discounts
	fees INTEGER NOT NULL,
	discount INTEGER NOT NULL, -- subtracted, over all lines
	rounding INTEGER NOT NULL, -- added
	total INTEGER NOT NULL CHECK (total = goods + fees - discount + rounding),
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL,
	cost INTEGER NOT NULL
) STRICT;
CREATE INDEX sale_party ON sale (party_id, id);
CREATE INDEX sale_salesperson ON sale (salesperson_id, id);

CREATE TABLE sale_line (
	id INTEGER PRIMARY KEY,
	sale_id INTEGER NOT NULL REFERENCES sale,
	pos INTEGER NOT NULL,
	party_id INTEGER NOT NULL REFERENCES party, -- the sale's
	part_id INTEGER REFERENCES part,            -- NULL: a fee in words
	text TEXT NOT NULL,
	unit TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),  -- of that unit
	base_qty INTEGER NOT NULL CHECK (base_qty > 0 AND base_qty < 1000000000), -- of the part's own unit
	list_price INTEGER NOT NULL,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	amount INTEGER NOT NULL,   -- qty * price, rounded
	discount INTEGER NOT NULL,
	tax_rate INTEGER NOT NULL,
	income INTEGER NOT NULL,   -- the net before the discount
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL CHECK (net + tax = amount - discount),
	cost INTEGER NOT NULL,
	gift TEXT,                 -- why it is given away
	move_id INTEGER REFERENCES stock_move,
	set_id INTEGER REFERENCES sale_set, -- the package it belongs to
	labour_id INTEGER REFERENCES labour
) STRICT;
CREATE INDEX sale_line_sale ON sale_line (sale_id);
CREATE INDEX sale_line_part ON sale_line (part_id, id) WHERE part_id IS NOT NULL;
CREATE INDEX sale_line_party ON sale_line (party_id, part_id, id) WHERE part_id IS NOT NULL;

CREATE TABLE sale_return (
	id INTEGER PRIMARY KEY, -- the document's id
	sale_id INTEGER REFERENCES sale, -- NULL: without the original
	party_id INTEGER NOT NULL REFERENCES party,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	salesperson_id INTEGER NOT NULL REFERENCES user,
	gross INTEGER NOT NULL,    -- of the lines, after their discounts
	rounding INTEGER NOT NULL, -- that of the sale, when all of it is back
	fee INTEGER NOT NULL CHECK (fee >= 0),
	fee_net INTEGER NOT NULL,
	total INTEGER NOT NULL CHECK (total = gross + rounding - fee), -- what the customer gets
	net INTEGER NOT NULL,      -- of the lines
	tax INTEGER NOT NULL,
	cost INTEGER NOT NULL      -- of what is back in stock and of what was scrapped
) STRICT;
CREATE INDEX sale_return_sale ON sale_return (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX sale_return_party ON sale_return (party_id, id);

CREATE TABLE sale_return_line (
	id INTEGER PRIMARY KEY,
	return_id INTEGER NOT NULL REFERENCES sale_return,
	pos INTEGER NOT NULL,
	sale_line_id INTEGER REFERENCES sale_line,
	part_id INTEGER REFERENCES part,
	text TEXT NOT NULL,
	unit TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0),
	base_qty INTEGER NOT NULL CHECK (base_qty > 0),
	price INTEGER NOT NULL,
	discount INTEGER NOT NULL,
	gross INTEGER NOT NULL,
	tax_rate INTEGER NOT NULL,
	income INTEGER NOT NULL,
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL CHECK (net + tax = gross),
	cost INTEGER NOT NULL,
	restock INTEGER NOT NULL CHECK (restock IN (0, 1)), -- no: scrapped
	move_id INTEGER REFERENCES stock_move
) STRICT;
CREATE INDEX sale_return_line_return ON sale_return_line (return_id);
CREATE INDEX sale_return_line_sale ON sale_return_line (sale_line_id) WHERE sale_line_id IS NOT NULL;
CREATE INDEX sale_return_line_part ON sale_return_line (part_id, id) WHERE part_id IS NOT NULL;

-- The sale that somebody types: one at a time for a person at a terminal; held ones can be taken up anywhere. It goes
-- when it is booked.
CREATE TABLE cart (
	id INTEGER PRIMARY KEY,
	user_id INTEGER NOT NULL REFERENCES user,
	terminal TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'held')),
	at INTEGER NOT NULL,
	label TEXT,
	customer_id INTEGER REFERENCES party,
	salesperson_id INTEGER REFERENCES user,
	type_id INTEGER REFERENCES sale_type,
	carrier_id INTEGER REFERENCES party,
	collect INTEGER CHECK (collect IN (0, 1)),
	warehouse_id INTEGER REFERENCES warehouse,
	remark TEXT,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX cart_open ON cart (user_id, terminal) WHERE state = 'open';
CREATE INDEX cart_held ON cart (at, id);

CREATE TABLE cart_line (
	id INTEGER PRIMARY KEY,
	cart_id INTEGER NOT NULL REFERENCES cart,
	pos INTEGER NOT NULL,
	part_id INTEGER REFERENCES part,
	text TEXT NOT NULL,
	unit TEXT NOT NULL DEFAULT '',
	factor INTEGER NOT NULL DEFAULT 1000 CHECK (factor > 0), -- thousandths of the part's own unit in one of this
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	list_price INTEGER NOT NULL,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)), -- the price was typed
	discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
	gift TEXT,
	approver_id INTEGER REFERENCES user, -- who allowed that price, discount or gift
	ver INTEGER NOT NULL DEFAULT 1,
	-- The sale that is typed may name the batch of a line.
	batch TEXT,
	package_id INTEGER REFERENCES package,
	model TEXT -- of the car that the package is for
) STRICT;
CREATE INDEX cart_line_cart ON cart_line (cart_id, pos, id);

INSERT INTO schema_mark (tbl, mark) VALUES
	('sale', 'posted'), ('sale_line', 'posted'), ('sale_return', 'posted'), ('sale_return_line', 'posted');
