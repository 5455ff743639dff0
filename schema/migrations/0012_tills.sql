-- Money at the till: what goes into a drawer and out of it, stored value on cards, deposits on things, advances that
-- are kept, and what the channels of payment say.

INSERT INTO account (id, code, kind, title, class) VALUES
	(55, '2205.1', 'stored_value', 'Stored value: principal', 'liability'),
	(56, '2205.2', 'stored_gift', 'Stored value: gift', 'liability'),
	(57, '2205.8', 'stored_gift_contra', 'Stored value: gift not earned', 'liability'),
	(58, '2241.2', 'deposit_held', 'Deposits on things', 'liability'),
	(59, '6603.1', 'channel_fee', 'Fees of banks and wallets', 'expense'),
	(60, '6301.2', 'advance_kept', 'Advances kept', 'income'),
	(61, '6301.9', 'other_income', 'Other income', 'income'),
	(62, '6602.9', 'petty_expense', 'Petty expenses', 'expense'),
	(63, '6001.7', 'payment_discount', 'Discounts at payment', 'income'); -- coupons, gifts used, what was let off

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(85, 'till_in', 'MI', 'Money into a till', 1),
	(86, 'till_out', 'MO', 'Money out of a till', 1),
	(87, 'till_drop', 'MS', 'Money to the safe', 1),
	(88, 'top_up', 'VT', 'Top-up', 1),
	(89, 'card_refund', 'VR', 'Refund of stored value', 1),
	(90, 'deposit', 'DT', 'Deposit on a thing', 1),
	(91, 'deposit_back', 'DB', 'Deposit given back', 1),
	(92, 'advance_keep', 'AK', 'Advance kept', 1),
	(93, 'channel_pay', 'CP', 'Money from a channel', 1);

-- ---- methods and purposes ----

-- What money is for. NULL on a payment: bills and advances.
CREATE TABLE pay_purpose (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO pay_purpose (id, code, title) VALUES
	(1, 'bill', 'Bills and advances'), (2, 'value', 'Stored value'), (3, 'deposit', 'Deposits on things');

UPDATE pay_method SET till = 0 WHERE id = 5;
INSERT INTO pay_method (id, code, title, account_id, pos, till, reference) VALUES
	(6, 'member', 'Member card', 55, 6, 0, 0),
	(7, 'coupon', 'Coupon', 63, 7, 0, 1),
	(8, 'advance', 'Advance held', 11, 8, 0, 0),
	(9, 'discount', 'Discount', 63, 9, 0, 0); -- on what is paid; not chosen in the grid

-- ---- money in and out of a drawer ----

-- Why money goes in or out beside payments, and the account on the other side.
CREATE TABLE till_reason (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	comes INTEGER NOT NULL CHECK (comes IN (0, 1)), -- 1: into the drawer
	account_id INTEGER NOT NULL REFERENCES account,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO till_reason (id, code, title, comes, account_id) VALUES
	(1, 'CHANGE', 'Change from the safe', 1, 24),
	(2, 'OWNER-IN', 'Put in by the owner', 1, 14),
	(3, 'OTHER-IN', 'Other income', 1, 61),
	(4, 'EXPENSE', 'Petty expense', 0, 62),
	(5, 'BANK', 'Paid in at the bank', 0, 2),
	(6, 'OWNER-OUT', 'Taken by the owner', 0, 14);

CREATE TABLE till_move (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	shift_id INTEGER NOT NULL REFERENCES till_shift,
	reason_id INTEGER REFERENCES till_reason, -- NULL: to the safe
	amount INTEGER NOT NULL CHECK (amount <> 0) -- into the drawer positive
) STRICT;
CREATE INDEX till_move_document ON till_move (document_id);
CREATE INDEX till_move_shift ON till_move (shift_id, id);

-- Notes and coins as they were counted at a closing.
CREATE TABLE till_note (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	value INTEGER NOT NULL CHECK (value > 0),
	count INTEGER NOT NULL CHECK (count > 0)
) STRICT;
CREATE INDEX till_note_document ON till_note (document_id);
CREATE INDEX till_shift_opened ON till_shift (opened_by, id);
CREATE INDEX till_shift_close_document ON till_shift (close_document_id) WHERE close_document_id IS NOT NULL;
CREATE INDEX till_shift_open_document ON till_shift (open_document_id) WHERE open_document_id IS NOT NULL;

-- ---- stored value ----

-- What a card is worth to its owner, in ten-thousandths.
CREATE TABLE card_level (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	labour_discount INTEGER NOT NULL DEFAULT 0 CHECK (labour_discount BETWEEN 0 AND 10000),
	part_discount INTEGER NOT NULL DEFAULT 0 CHECK (part_discount BETWEEN 0 AND 10000),
	gift_rate INTEGER NOT NULL DEFAULT 0 CHECK (gift_rate BETWEEN 0 AND 10000), -- proposed at a top-up
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO card_level (id, code, title, labour_discount, part_discount, gift_rate) VALUES
	(1, 'SILVER', 'Silver card', 0, 0, 0),
	(2, 'GOLD', 'Gold card', 500, 0, 500),
	(3, 'PLATINUM', 'Platinum card', 1000, 500, 1000);

CREATE TABLE card (
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	party_id INTEGER NOT NULL REFERENCES party,
	level_id INTEGER NOT NULL REFERENCES card_level,
	state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked', 'closed')),
	issued_on INTEGER NOT NULL,
	valid_on INTEGER, -- the last day; NULL: for ever
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX card_party ON card (party_id, id);

-- Each change of what a card holds, with the balances after it.
CREATE TABLE card_move (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	card_id INTEGER NOT NULL REFERENCES card,
	principal INTEGER NOT NULL,
	gift INTEGER NOT NULL,
	after_principal INTEGER NOT NULL CHECK (after_principal >= 0),
	after_gift INTEGER NOT NULL CHECK (after_gift >= 0),
	CHECK (principal <> 0 OR gift <> 0)
) STRICT;
CREATE INDEX card_move_card ON card_move (card_id, id);
CREATE INDEX card_move_document ON card_move (document_id);

CREATE INDEX entry_line_card ON entry_line (card_id, account_id) WHERE card_id IS NOT NULL;

CREATE INDEX payment_party ON payment (party_id, id);

-- An advance that the shop keeps, for the customer did not keep to the bargain.
CREATE TABLE advance_keep (
	id INTEGER PRIMARY KEY, -- the document's id
	payment_id INTEGER NOT NULL REFERENCES document, -- the receipt it came with
	amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX advance_keep_payment ON advance_keep (payment_id);

-- ---- deposits on things ----

CREATE TABLE thing_kind (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1,
	-- The shop decides what things it takes deposits on, and how much is usual.
	amount INTEGER,
	active INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO thing_kind (id, code, title) VALUES
	(1, 'CORE', 'Old part'), (2, 'KEY', 'Key'), (3, 'LOANER', 'Loan car'), (4, 'TOOL', 'Tool'), (5, 'OTHER', 'Something else');

CREATE TABLE deposit (
	id INTEGER PRIMARY KEY, -- the document's id
	party_id INTEGER NOT NULL REFERENCES party,
	job_id INTEGER REFERENCES job,
	kind_id INTEGER NOT NULL REFERENCES thing_kind,
	thing TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX deposit_party ON deposit (party_id, id);
CREATE INDEX deposit_job ON deposit (job_id) WHERE job_id IS NOT NULL;

CREATE TABLE deposit_back (
	id INTEGER PRIMARY KEY, -- the document's id
	deposit_id INTEGER NOT NULL REFERENCES deposit,
	amount INTEGER NOT NULL CHECK (amount >= 0), -- given back
	kept INTEGER NOT NULL CHECK (kept >= 0)      -- for what is missing or broken
) STRICT;
CREATE INDEX deposit_back_deposit ON deposit_back (deposit_id);

-- ---- statements of channels ----

-- One line of a wallet's or card terminal's own statement.
CREATE TABLE channel_line (
	id INTEGER PRIMARY KEY,
	method_id INTEGER NOT NULL REFERENCES pay_method,
	reference TEXT NOT NULL,
	day INTEGER NOT NULL,
	amount INTEGER NOT NULL CHECK (amount <> 0), -- paid to us positive
	fee INTEGER NOT NULL DEFAULT 0,
	document_id INTEGER REFERENCES document, -- the transfer to the bank that brought it
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (method_id, reference, amount)
) STRICT;
CREATE INDEX channel_line_day ON channel_line (day, id);
CREATE INDEX channel_line_open ON channel_line (method_id, day) WHERE document_id IS NULL;
CREATE INDEX channel_line_document ON channel_line (document_id) WHERE document_id IS NOT NULL;

CREATE TABLE channel_pay (
	id INTEGER PRIMARY KEY, -- the document's id
	method_id INTEGER NOT NULL REFERENCES pay_method,
	until_on INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	fee INTEGER NOT NULL
) STRICT;

INSERT INTO schema_mark (tbl, mark) VALUES
	('till_move', 'posted'), ('till_note', 'posted'), ('card_move', 'posted'), ('advance_keep', 'posted'),
	('deposit', 'posted'), ('deposit_back', 'posted'), ('channel_pay', 'posted');
