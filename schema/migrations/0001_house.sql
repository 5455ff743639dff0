-- The house: who works here, what was done, and the ledger.
--
-- Money is in fen, quantities in thousandths, rates in ten-thousandths. `_on` is a day (days since 1970-01-01),
-- `_at` a time (seconds since 1970 UTC). `ver` is the row version that a form showed. Marks say how the journal
-- treats a table (posted, derived) or a column (secret, personal).

CREATE TABLE schema_mark (
	id INTEGER PRIMARY KEY,
	tbl TEXT NOT NULL,
	col TEXT NOT NULL DEFAULT '',
	mark TEXT NOT NULL CHECK (mark IN ('posted', 'derived', 'secret', 'personal')),
	UNIQUE (tbl, col, mark)
) STRICT;

-- What the shop decides. The program's own table of settings says what each one takes.
CREATE TABLE setting (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	value TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What the file is: book (a random id), epoch, kind (shop, demo, practice), salt.
CREATE TABLE meta (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	value TEXT NOT NULL
) STRICT;

-- ---- people ----

CREATE TABLE role (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	max_discount INTEGER NOT NULL DEFAULT 0 CHECK (max_discount BETWEEN 0 AND 10000),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A right is the name of a command or report, a column's mark ("cost.see"), or a prefix: "job.*", "*".
CREATE TABLE role_right (
	id INTEGER PRIMARY KEY,
	role_id INTEGER NOT NULL REFERENCES role,
	right TEXT NOT NULL,
	UNIQUE (role_id, right)
) STRICT;

CREATE TABLE user (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	role_id INTEGER NOT NULL REFERENCES role,
	phone TEXT,
	lang TEXT,
	account TEXT UNIQUE, -- the account of the machine that acts as this person
	pin TEXT,
	password TEXT,
	home TEXT,           -- the screen shown after login
	technician INTEGER NOT NULL DEFAULT 0 CHECK (technician IN (0, 1)),
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX user_role ON user (role_id);

-- ---- what was done ----

CREATE TABLE journal (
	seq INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	mono INTEGER NOT NULL, -- milliseconds, always more than the row before
	day INTEGER NOT NULL,
	request TEXT UNIQUE,
	digest BLOB,
	command TEXT NOT NULL,
	answer TEXT NOT NULL,
	user_id INTEGER,
	terminal TEXT NOT NULL,
	store INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_user ON journal (user_id, seq);

CREATE TABLE journal_change (
	id INTEGER PRIMARY KEY, -- seq * 65536 + n
	tbl TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')),
	before TEXT,
	after TEXT
) STRICT;
CREATE INDEX journal_change_row ON journal_change (tbl, row_id);

-- Values of personal columns, apart so that a person can be erased: the chain holds a salted digest of each.
CREATE TABLE journal_personal (
	id INTEGER PRIMARY KEY,
	change_id INTEGER NOT NULL,
	col TEXT NOT NULL,
	before TEXT,
	after TEXT,
	salt BLOB NOT NULL
) STRICT;
CREATE INDEX journal_personal_change ON journal_personal (change_id);

-- ---- numbers and documents ----

CREATE TABLE number_series (
	id INTEGER PRIMARY KEY,
	prefix TEXT NOT NULL,
	period TEXT NOT NULL,
	next INTEGER NOT NULL CHECK (next >= 1),
	UNIQUE (prefix, period)
) STRICT;

CREATE TABLE document_kind (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	prefix TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	entry INTEGER NOT NULL CHECK (entry IN (0, 1)) -- may post an entry in the ledger
) STRICT;
INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(1, 'authorisation', 'AU', 'Authorisation', 0),
	(2, 'issue', 'IS', 'Issue slip', 1),
	(3, 'return', 'RT', 'Return slip', 1),
	(4, 'settlement', 'ST', 'Settlement', 1),
	(5, 'payment', 'PY', 'Receipt', 1),
	(6, 'refund', 'RF', 'Refund', 1),
	(7, 'till_open', 'TO', 'Till opening', 1),
	(8, 'till_close', 'TZ', 'Till closing', 1),
	(9, 'opening_stock', 'OS', 'Opening stock', 1),
	(10, 'purchase', 'PU', 'Purchase receipt', 1),
	(11, 'handover', 'GP', 'Gate pass', 0),
	(12, 'reversal', 'RV', 'Reversal', 1),
	(13, 'day_close', 'DC', 'Day close', 0);

CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	kind_id INTEGER NOT NULL REFERENCES document_kind,
	number TEXT NOT NULL UNIQUE,
	day INTEGER NOT NULL,
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	terminal TEXT NOT NULL,
	party_id INTEGER REFERENCES party,
	job_id INTEGER REFERENCES job,
	reverses_id INTEGER UNIQUE REFERENCES document,
	amount INTEGER NOT NULL DEFAULT 0 CHECK (abs(amount) < 1000000000000),
	remark TEXT
) STRICT;
CREATE INDEX document_job ON document (job_id, id) WHERE job_id IS NOT NULL;
CREATE INDEX document_party ON document (party_id, id) WHERE party_id IS NOT NULL;
CREATE INDEX document_day ON document (day, kind_id, id);

-- What has to be printed, written with the document it prints.
CREATE TABLE print_job (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	template TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'printed', 'dropped')),
	copies INTEGER NOT NULL DEFAULT 0,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX print_job_queued ON print_job (id) WHERE state = 'queued';
CREATE INDEX print_job_document ON print_job (document_id);

-- ---- the ledger ----

CREATE TABLE account (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,  -- the shop's, for its accountant
	kind TEXT NOT NULL UNIQUE,  -- ours, known to the program
	title TEXT NOT NULL,
	class TEXT NOT NULL CHECK (class IN ('asset', 'liability', 'equity', 'income', 'expense')),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO account (id, code, kind, title, class) VALUES
	(1, '1001', 'cash', 'Cash in tills', 'asset'),
	(2, '1002', 'bank', 'Bank', 'asset'),
	(3, '1012.1', 'wechat', 'WeChat wallet', 'asset'),
	(4, '1012.2', 'alipay', 'Alipay wallet', 'asset'),
	(5, '1012.3', 'card', 'Card terminal', 'asset'),
	(6, '1122', 'receivable', 'Receivable', 'asset'),
	(7, '1405', 'stock', 'Stock', 'asset'),
	(8, '1411', 'work_in_progress', 'Work in progress', 'asset'),
	(9, '2202', 'payable', 'Payable', 'liability'),
	(10, '2202.9', 'received_not_invoiced', 'Goods received not invoiced', 'liability'),
	(11, '2203', 'advance_received', 'Advances received', 'liability'),
	(12, '2221.1', 'output_tax', 'Output tax', 'liability'),
	(13, '2221.2', 'input_tax', 'Input tax', 'asset'),
	(14, '4001', 'owner', 'Owner', 'equity'),
	(15, '4009', 'opening', 'Opening balance', 'equity'),
	(16, '6001.1', 'income_labour', 'Income from labour', 'income'),
	(17, '6001.2', 'income_parts', 'Income from parts', 'income'),
	(18, '6051', 'income_fees', 'Income from fees', 'income'),
	(19, '6001.8', 'discount', 'Discounts', 'income'),
	(20, '6001.9', 'rounding', 'Rounding', 'income'),
	(21, '6401', 'cost_of_goods', 'Cost of goods', 'expense'),
	(22, '6401.9', 'price_variance', 'Price variance', 'expense'),
	(23, '6711', 'over_short', 'Over and short', 'expense'),
	(24, '1001.9', 'safe', 'Cash in the safe', 'asset');

-- Days up to and with until_on of the last row take no more postings.
CREATE TABLE period_close (
	id INTEGER PRIMARY KEY,
	until_on INTEGER NOT NULL,
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	reason TEXT -- why days were opened again; NULL: it closed them
) STRICT;

-- An entry is sealed: its lines are written first, the entry last; its trigger proves the sum. A line into a
-- standing entry is refused.
CREATE TABLE entry (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL UNIQUE REFERENCES document,
	day INTEGER NOT NULL,
	lines INTEGER NOT NULL CHECK (lines >= 2)
) STRICT;
CREATE INDEX entry_day ON entry (day, id);

CREATE TABLE entry_line (
	id INTEGER PRIMARY KEY,
	entry_id INTEGER NOT NULL REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
	account_id INTEGER NOT NULL REFERENCES account,
	amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) < 1000000000000), -- debit positive
	party_id INTEGER REFERENCES party,
	job_id INTEGER REFERENCES job,
	shift_id INTEGER REFERENCES till_shift,
	part_id INTEGER REFERENCES part,
	card_id INTEGER REFERENCES card
) STRICT;
CREATE INDEX entry_line_entry ON entry_line (entry_id);
CREATE INDEX entry_line_account ON entry_line (account_id, entry_id, id);
CREATE INDEX entry_line_party ON entry_line (party_id, account_id, id) WHERE party_id IS NOT NULL;
CREATE INDEX entry_line_job ON entry_line (job_id, account_id) WHERE job_id IS NOT NULL;
CREATE INDEX entry_line_shift ON entry_line (shift_id, account_id) WHERE shift_id IS NOT NULL;

CREATE TRIGGER entry_line_sealed BEFORE INSERT ON entry_line
WHEN EXISTS (SELECT 1 FROM entry WHERE id = new.entry_id)
BEGIN SELECT RAISE(ABORT, 'entry is sealed'); END;

CREATE TRIGGER entry_balanced BEFORE INSERT ON entry
WHEN (SELECT coalesce(sum(amount), 1) FROM entry_line WHERE entry_id = new.id) <> 0
	OR (SELECT count(*) FROM entry_line WHERE entry_id = new.id) <> new.lines
BEGIN SELECT RAISE(ABORT, 'entry does not balance'); END;

CREATE TRIGGER entry_open_period BEFORE INSERT ON entry
WHEN new.day <= coalesce((SELECT until_on FROM period_close ORDER BY id DESC LIMIT 1), -1000000)
BEGIN SELECT RAISE(ABORT, 'period is closed'); END;

-- Balances kept for speed: receivable, payable and advance by party; proved by checks.
CREATE TABLE party_balance (
	id INTEGER PRIMARY KEY,
	party_id INTEGER NOT NULL REFERENCES party,
	account_id INTEGER NOT NULL REFERENCES account,
	amount INTEGER NOT NULL,
	UNIQUE (party_id, account_id)
) STRICT;

-- Fields that this shop has made required, for a command and, if given, one repair type.
CREATE TABLE required_field (
	id INTEGER PRIMARY KEY,
	command TEXT NOT NULL,
	field TEXT NOT NULL,
	repair_type_id INTEGER REFERENCES repair_type
) STRICT;
CREATE UNIQUE INDEX required_field_once ON required_field (command, field, coalesce(repair_type_id, 0));

INSERT INTO schema_mark (tbl, mark) VALUES
	('journal', 'derived'), ('journal_change', 'derived'), ('journal_personal', 'derived'),
	('party_balance', 'derived'),
	('journal', 'posted'), ('journal_change', 'posted'),
	('document', 'posted'), ('entry', 'posted'), ('entry_line', 'posted'), ('period_close', 'posted');
INSERT INTO schema_mark (tbl, col, mark) VALUES
	('user', 'pin', 'secret'), ('user', 'password', 'secret'), ('user', 'phone', 'personal');
