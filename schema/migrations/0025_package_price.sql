-- Packages that cost one price, at the counter too.

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
