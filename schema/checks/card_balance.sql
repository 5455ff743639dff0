-- title:  What a card holds is not its balance in the books
SELECT c.number, ifnull((SELECT sum(m.principal) FROM card_move m WHERE m.card_id = c.id), 0) AS principal,
	ifnull((SELECT sum(m.gift) FROM card_move m WHERE m.card_id = c.id), 0) AS gift,
	(SELECT -sum(l.amount) FROM entry_line l WHERE l.card_id = c.id AND l.account_id = 55) AS booked
FROM card c
WHERE ifnull((SELECT sum(m.principal) FROM card_move m WHERE m.card_id = c.id), 0) <>
		ifnull((SELECT -sum(l.amount) FROM entry_line l WHERE l.card_id = c.id AND l.account_id = 55), 0)
	OR ifnull((SELECT sum(m.gift) FROM card_move m WHERE m.card_id = c.id), 0) <>
		ifnull((SELECT -sum(l.amount) FROM entry_line l WHERE l.card_id = c.id AND l.account_id = 56), 0)
