-- The workshop: customers and their cars, parts and labour, work orders, what was issued, settled and paid.

-- ---- customers, suppliers, insurers ----

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

CREATE TABLE customer_class (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	level_id INTEGER REFERENCES price_level -- NULL: A
) STRICT;
INSERT INTO customer_class (id, code, title) VALUES
	(1, 'A', 'Retail'), (2, 'B', 'Regular'), (3, 'C', 'Fleet'), (4, 'D', 'Trade'), (5, 'E', 'Staff');

-- Where a customer came from: the contact channel.
CREATE TABLE customer_source (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO customer_source (id, code, title) VALUES
	(1, 'walk-in', 'Walk-in'), (2, 'referral', 'Referral'), (3, 'phone', 'Phone'), (4, 'wechat', 'WeChat'),
	(5, 'insurer', 'Insurer'), (6, 'fleet', 'Fleet contract');

CREATE TABLE party (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('customer', 'supplier', 'insurer')),
	name TEXT NOT NULL,
	phone TEXT,
	class_id INTEGER REFERENCES customer_class,
	source_id INTEGER REFERENCES customer_source,
	contact TEXT,           -- the person to speak to, where the party is a company
	birthday_on INTEGER,
	terms_days INTEGER,     -- NULL: pays at once; else days on account
	credit_limit INTEGER,   -- NULL with terms: no limit
	tax_no TEXT,
	address TEXT,
	note TEXT,
	since_on INTEGER NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	no_calls INTEGER NOT NULL DEFAULT 0 CHECK (no_calls IN (0, 1)),
	merged_into INTEGER REFERENCES party
) STRICT;
CREATE INDEX party_name ON party (kind, name, id);
CREATE INDEX party_phone ON party (phone) WHERE phone IS NOT NULL;

CREATE TABLE vehicle (
	id INTEGER PRIMARY KEY,
	plate TEXT NOT NULL UNIQUE,
	customer_id INTEGER NOT NULL REFERENCES party,
	vin TEXT,
	make TEXT,
	model TEXT,
	engine_no TEXT,
	colour TEXT,
	odometer_km INTEGER,
	odometer_on INTEGER,
	service_due_on INTEGER,
	service_due_km INTEGER,
	inspection_due_on INTEGER,
	insurance_due_on INTEGER,
	insurer_id INTEGER REFERENCES party,
	note TEXT,
	last_visit_on INTEGER,
	ver INTEGER NOT NULL DEFAULT 1,
	model_year INTEGER,
	service_expected_on INTEGER, -- by the kilometres a day, at the latest service_due_on
	-- Who brings the car and who pays for it, where that is not the owner.
	driver TEXT,
	driver_phone TEXT,
	payer_id INTEGER REFERENCES party,
	merged_into INTEGER REFERENCES vehicle
) STRICT;
CREATE INDEX vehicle_customer ON vehicle (customer_id, id);
CREATE INDEX vehicle_vin ON vehicle (vin) WHERE vin IS NOT NULL;
CREATE INDEX vehicle_service_due ON vehicle (service_due_on, id) WHERE service_due_on IS NOT NULL;
CREATE INDEX vehicle_inspection_due ON vehicle (inspection_due_on, id) WHERE inspection_due_on IS NOT NULL;
CREATE INDEX vehicle_insurance_due ON vehicle (insurance_due_on, id) WHERE insurance_due_on IS NOT NULL;
CREATE INDEX vehicle_last_visit ON vehicle (last_visit_on, id) WHERE last_visit_on IS NOT NULL;

-- Former plates: history follows the car.
CREATE TABLE vehicle_plate (
	id INTEGER PRIMARY KEY,
	vehicle_id INTEGER NOT NULL REFERENCES vehicle,
	plate TEXT NOT NULL,
	until_on INTEGER NOT NULL
) STRICT;
CREATE INDEX vehicle_plate_plate ON vehicle_plate (plate);
CREATE INDEX vehicle_plate_vehicle ON vehicle_plate (vehicle_id);

-- Words by which people find a row: folded name, pinyin initials, plate, VIN, phone, code, barcode, number; with '<'
-- in front the same backwards, so that a tail is a prefix. Kept by the commands, proved by a check.
CREATE TABLE search_word (
	word TEXT NOT NULL,
	kind TEXT NOT NULL, -- customer, vehicle, part, labour, job, supplier, insurer
	ref_id INTEGER NOT NULL,
	PRIMARY KEY (word, kind, ref_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_word_ref ON search_word (kind, ref_id);

-- ---- parts and labour ----

CREATE TABLE warehouse (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	kind TEXT NOT NULL DEFAULT 'store' CHECK (kind IN ('store', 'van', 'outlet', 'consigned')),
	-- Goods of a supplier: quantity without value. What is sold or fitted of them is bought at that moment.
	supplier_id INTEGER REFERENCES party, -- whose goods lie there; NULL: ours
	at_id INTEGER REFERENCES warehouse -- the store that sells them
) STRICT;
INSERT INTO warehouse (id, code, title) VALUES (1, 'MAIN', 'Main store');

CREATE TABLE part_category (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	batch INTEGER NOT NULL DEFAULT 0 -- 1: receipts ask for batch and expiry
) STRICT;

CREATE TABLE part (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	unit TEXT NOT NULL DEFAULT '',
	barcode TEXT UNIQUE,
	maker_no TEXT,
	brand TEXT,
	category_id INTEGER REFERENCES part_category,
	bin TEXT,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	min_qty INTEGER,
	max_qty INTEGER,
	last_cost INTEGER,      -- fen a unit, of the last receipt
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1,
	warranty_days INTEGER,
	warranty_km INTEGER,
	grade TEXT, -- original, brand, used, reconditioned: the shop's words
	step INTEGER NOT NULL DEFAULT 1, -- the smallest quantity, thousandths; 1000: whole ones
	hot INTEGER NOT NULL DEFAULT 0, -- what everybody asks for: shown first
	hint TEXT, -- what is said at the counter when it is sold
	companion_id INTEGER REFERENCES part, -- what goes well with it
	superseded_by INTEGER REFERENCES part, -- the number that replaces it; never ordered again
	core_price INTEGER, -- fen, the deposit on its old core
	batch INTEGER NOT NULL DEFAULT 0 CHECK (batch IN (0, 1)) -- what comes says its batch
) STRICT;
CREATE INDEX part_name ON part (name, id);
CREATE INDEX part_maker_no ON part (maker_no) WHERE maker_no IS NOT NULL;

-- On hand by warehouse; quantity and value of the whole shop (one cost group). Kept at posting, proved by checks.
CREATE TABLE stock (
	id INTEGER PRIMARY KEY,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	qty INTEGER NOT NULL CHECK (qty >= 0),
	UNIQUE (part_id, warehouse_id)
) STRICT;

CREATE TABLE stock_value (
	id INTEGER PRIMARY KEY, -- the part's id
	qty INTEGER NOT NULL CHECK (qty >= 0),
	value INTEGER NOT NULL CHECK (value >= 0 AND (qty > 0 OR value = 0))
) STRICT;

-- Every movement of goods, with the balances after it.
CREATE TABLE stock_move (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	part_id INTEGER NOT NULL REFERENCES part,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	job_id INTEGER REFERENCES job,
	job_line_id INTEGER REFERENCES job_line,
	returns_id INTEGER REFERENCES stock_move, -- the issue that a return undoes
	qty INTEGER NOT NULL CHECK (abs(qty) < 1000000000), -- into stock positive; 0: its value alone changes
	value INTEGER NOT NULL CHECK (abs(value) < 1000000000000),
	day INTEGER NOT NULL,
	after_qty INTEGER NOT NULL CHECK (after_qty >= 0), -- in that warehouse
	group_qty INTEGER NOT NULL CHECK (group_qty >= 0),
	group_value INTEGER NOT NULL CHECK (group_value >= 0)
) STRICT;
CREATE INDEX stock_move_part ON stock_move (part_id, id);
CREATE INDEX stock_move_document ON stock_move (document_id);
CREATE INDEX stock_move_job ON stock_move (job_id, id) WHERE job_id IS NOT NULL;
CREATE INDEX stock_move_returns ON stock_move (returns_id) WHERE returns_id IS NOT NULL;

CREATE TABLE labour (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	hours INTEGER NOT NULL DEFAULT 0 CHECK (hours BETWEEN 0 AND 999999999), -- thousandths of an hour
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	category TEXT,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1,
	-- How long work is answered for: of the item, else of the repair type.
	warranty_days INTEGER,
	warranty_km INTEGER
) STRICT;
CREATE INDEX labour_name ON labour (name, id);

-- ---- work orders ----

CREATE TABLE repair_type (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	complaint TEXT,         -- the complaint where none is written
	service_days INTEGER,   -- proposes the next service after so many days
	service_km INTEGER,     -- or so many kilometres
	ver INTEGER NOT NULL DEFAULT 1,
	warranty_days INTEGER,
	warranty_km INTEGER
) STRICT;
INSERT INTO repair_type (id, code, title, complaint, service_days, service_km) VALUES
	(1, 'minor-service', 'Minor service', 'Minor service', 180, 5000),
	(2, 'major-service', 'Major service', 'Major service', 365, 10000),
	(3, 'repair', 'Minor repair', NULL, NULL, NULL),
	(4, 'overhaul', 'Overhaul', NULL, NULL, NULL),
	(5, 'insurance', 'Insurance repair', NULL, NULL, NULL),
	(6, 'tyres', 'Tyres', 'Tyres', NULL, NULL),
	(7, 'rework', 'Rework', NULL, NULL, NULL);

-- Who bears a line; the shop: nobody is billed.
CREATE TABLE line_bearer (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO line_bearer (id, code, title) VALUES
	(1, 'customer', 'Customer'), (2, 'insurer', 'Insurer'), (3, 'maker', 'Maker'), (4, 'shop', 'Shop');

-- Pricing rules: factors in ten-thousandths (10000: as listed).
CREATE TABLE repair_mode (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	parts_factor INTEGER NOT NULL DEFAULT 10000 CHECK (parts_factor BETWEEN 0 AND 100000),
	labour_factor INTEGER NOT NULL DEFAULT 10000 CHECK (labour_factor BETWEEN 0 AND 100000),
	ver INTEGER NOT NULL DEFAULT 1,
	-- Parts from the list's price or from what they cost; a price of the mode's own goes before both.
	parts_from TEXT NOT NULL DEFAULT 'list' CHECK (parts_from IN ('list', 'cost')),
	hide_amounts INTEGER NOT NULL DEFAULT 0 CHECK (hide_amounts IN (0, 1)),
	bears TEXT REFERENCES line_bearer (code),
	payer_id INTEGER REFERENCES party
) STRICT;
INSERT INTO repair_mode (id, code, title, parts_factor, labour_factor) VALUES
	(1, 'normal', 'Normal', 10000, 10000),
	(2, 'member', 'Member', 9500, 9000),
	(3, 'fleet', 'Fleet', 9000, 10000),
	(4, 'insurance', 'Insurance', 11000, 10000);

CREATE TABLE job_state (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO job_state (id, code, title) VALUES
	(1, 'received', 'Received'),
	(2, 'in_work', 'In work'),
	(3, 'finished', 'Finished'),
	(4, 'settled', 'Settled'),
	(5, 'handed_over', 'Handed over'),
	(6, 'cancelled', 'Cancelled');

-- A case: numbered when opened, changed by commands until it is settled.
CREATE TABLE job (
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	state TEXT NOT NULL REFERENCES job_state (code),
	vehicle_id INTEGER NOT NULL REFERENCES vehicle,
	customer_id INTEGER NOT NULL REFERENCES party,
	payer_id INTEGER NOT NULL REFERENCES party,
	advisor_id INTEGER REFERENCES user,
	repair_type_id INTEGER NOT NULL REFERENCES repair_type,
	repair_mode_id INTEGER NOT NULL REFERENCES repair_mode,
	received_on INTEGER NOT NULL,
	received_at INTEGER NOT NULL,
	odometer_km INTEGER,
	odometer_reason TEXT,   -- why it runs backwards or could not be read
	complaint TEXT NOT NULL,
	fuel INTEGER CHECK (fuel BETWEEN 0 AND 8), -- eighths
	belongings TEXT,
	condition TEXT,
	key_tag TEXT,
	bay TEXT,
	promised_at INTEGER,
	finished_at INTEGER,
	finished_by INTEGER REFERENCES user,
	settled_at INTEGER,
	settled_on INTEGER,
	settlement_id INTEGER REFERENCES document,
	handed_over_at INTEGER,
	handed_over_on INTEGER,
	cancelled_reason TEXT,
	remark TEXT,
	authorised INTEGER NOT NULL DEFAULT 0, -- fen that the customer has said yes to
	total INTEGER NOT NULL DEFAULT 0,      -- fen, of its lines that are on; proved by a check
	ver INTEGER NOT NULL DEFAULT 1,
	-- What work stands still for.
	waiting TEXT CHECK (waiting IN ('parts', 'customer', 'check', 'insurer', 'sublet', 'other')),
	waiting_note TEXT,
	waiting_since INTEGER,
	-- The temporary pass that the car is out on.
	away_id INTEGER REFERENCES document,
	-- The check that the work as it stands has passed; none once it is changed.
	check_id INTEGER REFERENCES quality_check,
	brought_by TEXT,
	brought_phone TEXT,
	damage TEXT, -- marks on the outline: "1X 12O"
	insurer_id INTEGER REFERENCES party,
	agent_id INTEGER REFERENCES insurer_agent,
	agent_rate INTEGER -- as it stood when the car came
) STRICT;
CREATE INDEX job_live ON job (received_at, id) WHERE state NOT IN ('handed_over', 'cancelled');
CREATE INDEX job_open ON job (state, received_at, id);
CREATE INDEX job_vehicle ON job (vehicle_id, received_at, id);
CREATE INDEX job_customer ON job (customer_id, id);
CREATE INDEX job_received ON job (received_on, id);
CREATE INDEX job_settled ON job (settled_on, id) WHERE settled_on IS NOT NULL;
CREATE INDEX job_handed_over ON job (handed_over_on, id) WHERE handed_over_on IS NOT NULL;

-- What stands on a work order.
CREATE TABLE job_line_kind (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO job_line_kind (id, code, title) VALUES (1, 'labour', 'Labour'), (2, 'part', 'Part'), (3, 'fee', 'Fee');

CREATE TABLE job_line (
	id INTEGER PRIMARY KEY,
	job_id INTEGER NOT NULL REFERENCES job,
	pos INTEGER NOT NULL,
	kind TEXT NOT NULL REFERENCES job_line_kind (code),
	state TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'declined', 'dropped')),
	labour_id INTEGER REFERENCES labour,
	part_id INTEGER REFERENCES part,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	hours INTEGER NOT NULL DEFAULT 0, -- thousandths, for the technician's sheet
	list_price INTEGER NOT NULL,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	amount INTEGER NOT NULL CHECK (abs(amount) < 1000000000000), -- qty * price, rounded
	payer_id INTEGER REFERENCES party,      -- NULL: the job's payer
	technician_id INTEGER REFERENCES user,
	authorised INTEGER NOT NULL DEFAULT 0 CHECK (authorised IN (0, 1)),
	issued_qty INTEGER NOT NULL DEFAULT 0 CHECK (issued_qty >= 0), -- issued less returned
	reason TEXT,
	ver INTEGER NOT NULL DEFAULT 1,
	rule_price INTEGER, -- what the rule of the repair mode made of the list's; NULL: in words
	priced_by INTEGER REFERENCES user, -- who gave another price
	bears TEXT REFERENCES line_bearer (code), -- NULL: the customer
	free_reason TEXT, -- why it costs nothing
	pass_through INTEGER NOT NULL DEFAULT 0 CHECK (pass_through IN (0, 1)),
	supplier_id INTEGER REFERENCES party, -- of sublet work
	sublet_cost INTEGER,
	sublet_id INTEGER REFERENCES document, -- where it is booked
	offers_id INTEGER REFERENCES job_line, -- declined at an earlier visit, offered again
	package_id INTEGER REFERENCES package,
	-- Of what was issued beyond what is billed: this much is free, for the reason of the line.
	free_qty INTEGER NOT NULL DEFAULT 0 CHECK (free_qty >= 0),
	-- The line that a settlement adds for the invoice that is asked for; each settlement reckons it anew.
	surcharge INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_line_job ON job_line (job_id, pos, id);
CREATE INDEX job_line_part ON job_line (part_id, id) WHERE part_id IS NOT NULL;
CREATE INDEX job_line_labour ON job_line (labour_id, id) WHERE labour_id IS NOT NULL;

-- Each step of a job, stamped.
CREATE TABLE job_step (
	id INTEGER PRIMARY KEY,
	job_id INTEGER NOT NULL REFERENCES job,
	from_state TEXT,
	to_state TEXT NOT NULL REFERENCES job_state (code),
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	reason TEXT
) STRICT;
CREATE INDEX job_step_job ON job_step (job_id, id);

-- The customer's yes.
CREATE TABLE authorisation (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	said_by TEXT NOT NULL,
	how TEXT NOT NULL CHECK (how IN ('signature', 'phone', 'message')),
	amount INTEGER NOT NULL,
	before INTEGER NOT NULL  -- what stood authorised before
) STRICT;
CREATE INDEX authorisation_job ON authorisation (job_id);

-- An issue or return slip names who took or brought the goods.
CREATE TABLE issue_slip (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	picker_id INTEGER NOT NULL REFERENCES user,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse
) STRICT;
CREATE INDEX issue_slip_job ON issue_slip (job_id);

CREATE TABLE settlement (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	labour INTEGER NOT NULL,
	parts INTEGER NOT NULL,
	fees INTEGER NOT NULL,
	discount INTEGER NOT NULL,  -- subtracted, over all lines
	rounding INTEGER NOT NULL,  -- added
	total INTEGER NOT NULL CHECK (total = labour + parts + fees - discount + rounding),
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL,
	cost INTEGER NOT NULL,
	passed INTEGER NOT NULL DEFAULT 0 -- of the total: collected for others, no income
) STRICT;
CREATE INDEX settlement_job ON settlement (job_id);

CREATE TABLE settlement_line (
	id INTEGER PRIMARY KEY,
	settlement_id INTEGER NOT NULL REFERENCES settlement,
	job_line_id INTEGER NOT NULL REFERENCES job_line,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL,
	price INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	discount INTEGER NOT NULL,
	tax_rate INTEGER NOT NULL,
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL CHECK (net + tax = amount - discount),
	cost INTEGER NOT NULL,
	passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1))
) STRICT;
CREATE INDEX settlement_line_settlement ON settlement_line (settlement_id);

-- What each payer owes of a settlement.
CREATE TABLE bill (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	party_id INTEGER NOT NULL REFERENCES party,
	amount INTEGER NOT NULL,
	due_on INTEGER NOT NULL,
	claim_no TEXT, -- the insurer's
	po_no TEXT     -- the fleet's own order
) STRICT;
CREATE INDEX bill_document ON bill (document_id);
CREATE INDEX bill_party ON bill (party_id, id);

-- What is still open of a bill; the row goes when nothing is.
CREATE TABLE bill_open (
	id INTEGER PRIMARY KEY, -- the bill's id
	party_id INTEGER NOT NULL REFERENCES party,
	due_on INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX bill_open_party ON bill_open (party_id, due_on, id);
CREATE INDEX bill_open_due ON bill_open (due_on, id);

-- A receipt of goods names the supplier's paper.
CREATE TABLE purchase (
	id INTEGER PRIMARY KEY, -- the document's id
	supplier_id INTEGER NOT NULL REFERENCES party,
	original_no TEXT NOT NULL,
	original_on INTEGER,
	warehouse_id INTEGER NOT NULL REFERENCES warehouse,
	type_id INTEGER REFERENCES purchase_type,
	estimated INTEGER NOT NULL DEFAULT 0,
	order_id INTEGER REFERENCES purchase_order,
	job_id INTEGER REFERENCES job,
	carrier_id INTEGER REFERENCES party,
	collect INTEGER NOT NULL DEFAULT 0, -- of the price, what the carrier collects
	freight INTEGER NOT NULL DEFAULT 0 -- in the value of the goods
) STRICT;
CREATE INDEX purchase_original ON purchase (supplier_id, original_no);

-- ---- money ----

CREATE TABLE pay_method (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account,
	pos INTEGER NOT NULL,
	till INTEGER NOT NULL DEFAULT 1, -- 1: taken at a till, and counted there
	active INTEGER NOT NULL DEFAULT 1,
	reference INTEGER NOT NULL DEFAULT 0, -- 1: a number is asked for
	ver INTEGER NOT NULL DEFAULT 1,
	money INTEGER NOT NULL DEFAULT 1, -- 0: cards of the shop, coupons, advances, discounts
	drawer INTEGER NOT NULL DEFAULT 0, -- 1: the drawer opens for it
	gives_change INTEGER NOT NULL DEFAULT 0,
	channel INTEGER NOT NULL DEFAULT 0 -- 1: it sends statements and pays to the bank
) STRICT;
CREATE INDEX pay_method_pos ON pay_method (pos);
INSERT INTO pay_method (id, code, title, account_id, pos) VALUES
	(1, 'cash', 'Cash', 1, 1),
	(2, 'wechat', 'WeChat', 3, 2),
	(3, 'alipay', 'Alipay', 4, 3),
	(4, 'card', 'Bank card', 5, 4),
	(5, 'bank', 'Bank transfer', 2, 5);

CREATE TABLE till (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO till (id, code, title) VALUES (1, 'T1', 'Front desk');

CREATE TABLE till_shift (
	id INTEGER PRIMARY KEY,
	till_id INTEGER NOT NULL REFERENCES till,
	opened_at INTEGER NOT NULL,
	opened_by INTEGER NOT NULL REFERENCES user,
	open_document_id INTEGER REFERENCES document,
	float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
	closed_at INTEGER,
	closed_by INTEGER REFERENCES user,
	close_document_id INTEGER REFERENCES document,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX till_shift_open ON till_shift (till_id) WHERE closed_at IS NULL;

-- A closing: what was expected and what was counted, by method.
CREATE TABLE till_count (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	shift_id INTEGER NOT NULL REFERENCES till_shift,
	method_id INTEGER NOT NULL REFERENCES pay_method,
	expected INTEGER NOT NULL,
	counted INTEGER NOT NULL,
	difference INTEGER NOT NULL CHECK (difference = counted - expected),
	UNIQUE (shift_id, method_id)
) STRICT;
CREATE INDEX till_count_document ON till_count (document_id);

-- Money that came (positive) or went; one row for each method of a payment document.
CREATE TABLE payment (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	shift_id INTEGER REFERENCES till_shift,
	method_id INTEGER NOT NULL REFERENCES pay_method,
	party_id INTEGER REFERENCES party, -- NULL: an expense, or other income
	job_id INTEGER REFERENCES job,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	tendered INTEGER,   -- cash given, where there was change
	reference TEXT,
	refunds_id INTEGER REFERENCES document, -- the payment that a refund gives back
	purpose_id INTEGER REFERENCES pay_purpose,
	card_id INTEGER REFERENCES card,
	forfeitable INTEGER -- 1: an advance that the shop may keep
) STRICT;
CREATE INDEX payment_document ON payment (document_id);
CREATE INDEX payment_shift ON payment (shift_id, method_id) WHERE shift_id IS NOT NULL;
CREATE INDEX payment_job ON payment (job_id) WHERE job_id IS NOT NULL;
CREATE INDEX payment_reference ON payment (reference) WHERE reference IS NOT NULL;
CREATE INDEX payment_refunds ON payment (refunds_id) WHERE refunds_id IS NOT NULL;

-- Which bill a payment paid.
CREATE TABLE allocation (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	bill_id INTEGER NOT NULL REFERENCES bill,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	-- Where it was taken off a bill again, or put back on it, by another document than the payment's own.
	since_id INTEGER REFERENCES document
) STRICT;
CREATE INDEX allocation_document ON allocation (document_id);
CREATE INDEX allocation_bill ON allocation (bill_id);

-- ---- handover and after ----

CREATE TABLE handover (
	id INTEGER PRIMARY KEY, -- the gate pass's document id
	job_id INTEGER NOT NULL REFERENCES job,
	collected_by TEXT NOT NULL,
	collected_phone TEXT,
	old_parts TEXT,
	override_reason TEXT
) STRICT;
CREATE INDEX handover_job ON handover (job_id);

CREATE TABLE reminder_kind (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO reminder_kind (id, code) VALUES
	(1, 'service'), (2, 'inspection'), (3, 'insurance'), (4, 'followup'), (5, 'other'), (6, 'lost'), (7, 'new'),
	(8, 'birthday'), (9, 'declined');

CREATE TABLE reminder (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL REFERENCES reminder_kind (code),
	vehicle_id INTEGER NOT NULL REFERENCES vehicle,
	job_id INTEGER REFERENCES job,
	due_on INTEGER NOT NULL,
	due_km INTEGER,
	text TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
	result TEXT,
	done_at INTEGER,
	done_by INTEGER REFERENCES user,
	ver INTEGER NOT NULL DEFAULT 1,
	-- The day in the car's papers that an inspection or insurance reminder is about.
	of_on INTEGER,
	-- Who calls about a reminder, and on which day it was dealt out.
	caller_id INTEGER REFERENCES user,
	dealt_on INTEGER
) STRICT;
CREATE INDEX reminder_due ON reminder (state, due_on, id);
CREATE INDEX reminder_vehicle ON reminder (vehicle_id, id);

INSERT INTO schema_mark (tbl, mark) VALUES
	('search_word', 'derived'), ('stock', 'derived'), ('stock_value', 'derived'), ('bill_open', 'derived'),
	('stock_move', 'posted'), ('job_step', 'posted'), ('authorisation', 'posted'), ('issue_slip', 'posted'),
	('settlement', 'posted'), ('settlement_line', 'posted'), ('bill', 'posted'), ('till_count', 'posted'),
	('payment', 'posted'), ('allocation', 'posted'), ('handover', 'posted'), ('purchase', 'posted');
INSERT INTO schema_mark (tbl, col, mark) VALUES
	('party', 'name', 'personal'), ('party', 'phone', 'personal'), ('party', 'contact', 'personal'),
	('party', 'address', 'personal'), ('handover', 'collected_by', 'personal'),
	('handover', 'collected_phone', 'personal'), ('authorisation', 'said_by', 'personal');
