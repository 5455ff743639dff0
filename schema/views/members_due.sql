-- title:  Members to call
-- group:  Customers
-- key:    due_on reason id
-- order:  due_on reason id
-- param:  due  range  filter=due_on
-- col:    due_on     date   10  "Due"
-- col:    reason     choice:word  16  "Why"
-- col:    number     code   14  "Card"      find drop=70
-- col:    customer   text   14  "Customer"  find
-- col:    phone      phone  13  "Phone"     find
-- col:    level      choice:word  12  "Level"  drop=100
-- col:    balance    money  11  "On the card"  sum drop=90
-- col:    valid      date   10  "Good until"  drop=110
-- hide:   id int
-- hide:   party_id int
-- watch:  card card_move party
WITH held AS (
	SELECT c.id, c.number, c.party_id, c.valid_on, p.name, p.phone, p.birthday_on, l.title AS level,
		ifnull((SELECT m.after_principal + m.after_gift FROM card_move m WHERE m.card_id = c.id ORDER BY m.id DESC LIMIT 1), 0) AS balance,
		(SELECT max(d.day) FROM card_move m JOIN document d ON d.id = m.document_id WHERE m.card_id = c.id) AS used_on
	FROM card c JOIN party p ON p.id = c.party_id JOIN card_level l ON l.id = c.level_id
	WHERE c.state = 'active' AND p.merged_into IS NULL AND p.no_calls = 0
), due AS (
	SELECT id, 'Card runs out' AS reason, valid_on AS due_on FROM held WHERE valid_on IS NOT NULL
	UNION ALL
	SELECT id, 'Birthday', next.day FROM (
		SELECT id, unixepoch(strftime('%Y', (:today - 1) * 86400, 'unixepoch', '+' || y.n || ' year')
			|| strftime('-%m-%d', birthday_on * 86400, 'unixepoch')) / 86400 AS day
		FROM held, (SELECT 0 AS n UNION ALL SELECT 1) y WHERE birthday_on IS NOT NULL) next
	WHERE next.day >= :today GROUP BY id HAVING next.day = min(next.day)
	UNION ALL
	-- in use, and little left: time for a top-up
	SELECT id, 'Little left', :today FROM held WHERE used_on >= :today - 365
		AND balance < ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'card.little'), 10000)
)
SELECT h.id, h.party_id, d.due_on, d.reason, h.number, h.name AS customer, h.phone, h.level, h.balance, h.valid_on AS valid
FROM due d JOIN held h ON h.id = d.id
