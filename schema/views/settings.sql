-- title:  Settings
-- group:  Settings
-- key:    name
-- order:  pos
-- col:    label     choice:word  40  "Setting"
-- col:    value     choice:setting_word  30  "Current value"
-- col:    name      text  22  "Name"      find  drop=100
-- col:    built_in  choice:setting_word  10  "Built in"  drop=110
-- col:    help      choice:word  80  "What it is for"  drop=200
-- hide:   pos int
-- watch:  setting
WITH
-- the same settings as the table in src/domain/setting.c; a test holds them together
def (pos, name, type, built_in, label, help) AS (VALUES
	(1, 'shop.name', 'text', '', 'Name of the shop', 'Stands on the title line and on every paper.'),
	(2, 'shop.phone', 'text', '', 'Phone of the shop', 'Stands on papers for customers.'),
	(3, 'shop.address', 'text', '', 'Address of the shop', 'Stands on papers for customers.'),
	(40, 'print.forms', 'text', 'all', 'Papers that come by themselves',
		'all, none, or the forms with blanks between them, such as settlement receipt gate_pass.'),
	(4, 'time.offset', 'int', '480', 'Minutes before or after UTC', 'The shop''s local time: 480 is China.'),
	(5, 'time.day_start', 'int', '0', 'Start of the business day',
		'Minutes after midnight that still belong to the day before.'),
	(6, 'tax.rate', 'rate', '1300', 'Tax rate in prices',
		'Prices include it: 13 percent for a general taxpayer, 1 or 3 for a small one.'),
	(7, 'settle.round_to', 'money', '1', 'Settlements are rounded to',
		'The total is rounded down to a multiple of this when the cashier asks for it.'),
	(8, 'remind.followup_days', 'int', '7', 'Days until the follow-up call',
		'So many days after the handover the customer is on the call list.'),
	(9, 'remind.lost_days', 'int', '180', 'Days until a customer counts as lost',
		'No visit for so many days puts a car on the list of lost customers.'),
	(10, 'remind.ahead_days', 'int', '14', 'Days that reminders look ahead',
		'Service, inspection and insurance that fall due within so many days are listed.'),
	(11, 'job.authorise', 'bool', '1', 'The customer must say yes first',
		'Parts are issued and work is finished only for lines that the customer has authorised.'),
	(12, 'till.remark_over', 'money', '500', 'A difference at closing that needs a remark',
		'A till that is over or short by more than this asks why.'),
	(20, 'card.order', 'int', '0', 'What a member card uses first',
		'0: principal and gift in proportion; 1: principal first; 2: gift first.'),
	(22, 'tax.surcharge_ordinary', 'rate', '0', 'Surcharge for an ordinary invoice',
		'Percent on top of prices where the customer asks for one; a line of its own.'),
	(23, 'tax.surcharge_special', 'rate', '0', 'Surcharge for a special invoice',
		'Percent on top of prices where the customer asks for one; a line of its own.'),
	(21, 'tax.small', 'bool', '0', 'Small-scale taxpayer',
		'Yes: the tax on invoices of suppliers is not deducted; it stays in the cost of the goods.'),
	(13, 'plate.prefix', 'text', '', 'Usual start of a plate',
		'Put in front of a plate that is typed without its province, such as 鄂A.'),
	(14, 'sale.latest_price', 'bool', '0', 'Sell at the latest price',
		'Yes: a sale proposes what the customer paid last, or anybody, instead of the price of his level.'),
	(26, 'sale.work', 'bool', '1', 'Work is sold over the counter',
		'Yes: a package with work in it is sold over the counter, and nobody''s time is clocked for it. No: it needs a work order, where it is.'),
	(15, 'stock.count_tolerance', 'money', '20000', 'A difference that is counted twice',
		'A count that differs from the books by more than this is asked for once more, until two agree.'),
	(25, 'stock.expiry_days', 'int', '60', 'Days before goods expire',
		'Batches that expire within so many days are told of at the start and marked in the list.'),
	(16, 'check.other', 'bool', '0', 'Somebody else checks the work',
		'The quality check is not signed by one who was dispatched to the work or clocked on to it.'),
	(17, 'credit.late_days', 'int', '30', 'Days a bill may be late',
		'A payer with a bill that is later gets nothing more on account, unless somebody lets it pass.'),
	(22, 'card.little', 'money', '10000', 'Little left on a card',
		'A card in use with less on it puts its member on the list of members to call.')
), now AS (
	SELECT d.*, ifnull(s.value, d.built_in) AS raw FROM def d LEFT JOIN setting s ON s.name = d.name
)
-- as people write it: `setting.set` reads it back
SELECT pos, name, label, help,
	CASE type WHEN 'money' THEN printf('%d.%02d', raw / 100, raw % 100)
		WHEN 'rate' THEN printf('%d.%02d%%', raw / 100, raw % 100)
		WHEN 'bool' THEN iif(raw = '1', 'yes', 'no') ELSE raw END AS value,
	CASE type WHEN 'money' THEN printf('%d.%02d', built_in / 100, built_in % 100)
		WHEN 'rate' THEN printf('%d.%02d%%', built_in / 100, built_in % 100)
		WHEN 'bool' THEN iif(built_in = '1', 'yes', 'no') ELSE built_in END AS built_in
FROM now
