-- Packages that cost one price, at the counter too.

ALTER TABLE package ADD COLUMN price INTEGER CHECK (price BETWEEN 1 AND 999999999999); -- of all of it; NULL: the sum of its lines
ALTER TABLE package ADD COLUMN price_until INTEGER; -- the last day of that price; NULL: for good

-- A package as it was sold: its lines stand in sale_line at the prices of the list, what it is cheaper by is their discount.
CREATE TABLE sale_set (
	id INTEGER PRIMARY KEY,
	sale_id INTEGER NOT NULL REFERENCES sale,
	pos INTEGER NOT NULL,      -- of its first line
	package_id INTEGER NOT NULL REFERENCES package,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty % 1000 = 0),
	list_price INTEGER NOT NULL, -- of one, as the shop asks it
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	amount INTEGER NOT NULL,   -- of its lines, before their discounts
	discount INTEGER NOT NULL  -- of its lines
) STRICT;
CREATE INDEX sale_set_sale ON sale_set (sale_id);
CREATE INDEX sale_set_package ON sale_set (package_id, id);
INSERT INTO schema_mark (tbl, mark) VALUES ('sale_set', 'posted');

ALTER TABLE sale_line ADD COLUMN set_id INTEGER REFERENCES sale_set; -- the package it belongs to
ALTER TABLE sale_line ADD COLUMN labour_id INTEGER REFERENCES labour;
ALTER TABLE cart_line ADD COLUMN package_id INTEGER REFERENCES package;
ALTER TABLE cart_line ADD COLUMN model TEXT; -- of the car that the package is for
