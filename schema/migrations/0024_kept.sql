-- What is asked all day and must not grow with the years: the car's open work order, what open work orders still take of a
-- part, what suppliers still bring of it.
CREATE INDEX job_here ON job (vehicle_id) WHERE state NOT IN ('handed_over', 'cancelled');
CREATE INDEX job_line_awaits ON job_line (part_id) WHERE kind = 'part' AND state = 'on' AND qty > issued_qty;
CREATE INDEX purchase_order_line_awaits ON purchase_order_line (part_id) WHERE dropped = 0 AND qty > received_qty;
CREATE INDEX job_line_declined ON job_line (job_id) WHERE state = 'declined';
CREATE INDEX job_step_back ON job_step (at) WHERE from_state = 'finished' AND to_state = 'in_work';
CREATE INDEX vehicle_service_expected ON vehicle (service_expected_on, id) WHERE service_expected_on IS NOT NULL;
CREATE INDEX vehicle_engine ON vehicle (engine_no) WHERE engine_no IS NOT NULL;
CREATE INDEX party_birthday ON party (birthday_on, id) WHERE birthday_on IS NOT NULL;
CREATE INDEX party_since ON party (since_on, id) WHERE since_on IS NOT NULL;

-- What a shift's drawer holds is read from the index alone.
DROP INDEX entry_line_shift;
CREATE INDEX entry_line_shift ON entry_line (shift_id, account_id, amount) WHERE shift_id IS NOT NULL;

-- The balance of each account that was booked to; kept by each posting.
CREATE TABLE account_balance (
	id INTEGER PRIMARY KEY REFERENCES account,
	amount INTEGER NOT NULL
) STRICT;
INSERT INTO account_balance (id, amount) SELECT account_id, sum(amount) FROM entry_line GROUP BY account_id;

-- What is still owed of an old core, and of its deposit; no row: nothing.
CREATE TABLE core_open (
	id INTEGER PRIMARY KEY REFERENCES core,
	party_id INTEGER NOT NULL REFERENCES party,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX core_open_party ON core_open (party_id, part_id, id);
INSERT INTO core_open (id, party_id, part_id, qty, amount)
SELECT id, (SELECT coalesce(p.merged_into, p.id) FROM party p WHERE p.id = party_id), part_id, qty - came_qty, amount - came_amount FROM (
	SELECT o.*, ifnull(sum(k.qty), 0) AS came_qty, ifnull(sum(k.amount), 0) AS came_amount FROM core o
	LEFT JOIN core_back k ON k.core_id = o.id AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)
	WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = o.document_id) GROUP BY o.id)
WHERE qty > came_qty;

-- What lies in the bin of old cores, by part.
CREATE TABLE core_bin (
	id INTEGER PRIMARY KEY REFERENCES part,
	qty INTEGER NOT NULL
) STRICT;
INSERT INTO core_bin (id, qty)
SELECT part_id, sum(qty) FROM (
	SELECT part_id, qty FROM core_back k WHERE unused = 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)
	UNION ALL
	SELECT part_id, -qty FROM core_sent s WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.document_id)
) GROUP BY part_id;

-- What was sent to a supplier and is not credited yet.
CREATE TABLE core_due (
	id INTEGER PRIMARY KEY REFERENCES document, -- it was sent with
	supplier_id INTEGER NOT NULL REFERENCES party,
	amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX core_due_supplier ON core_due (supplier_id);
INSERT INTO core_due (id, supplier_id, amount)
SELECT document_id, (SELECT coalesce(p.merged_into, p.id) FROM party p WHERE p.id = supplier_id), sum(amount) FROM core_sent s
WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.document_id)
	AND NOT EXISTS (SELECT 1 FROM core_credit c WHERE c.sent_id = s.document_id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id))
GROUP BY document_id;

INSERT INTO schema_mark (tbl, mark) VALUES
	('account_balance', 'derived'), ('core_open', 'derived'), ('core_bin', 'derived'), ('core_due', 'derived');
