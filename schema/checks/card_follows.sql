-- title:  The balance of a card does not follow from the one before
-- on:     card_move
SELECT m.id, c.number, m.principal, m.gift, m.after_principal, m.after_gift
FROM card_move m
JOIN card c ON c.id = m.card_id
WHERE m.after_principal <> m.principal + ifnull((SELECT b.after_principal FROM card_move b
		WHERE b.card_id = m.card_id AND b.id < m.id ORDER BY b.id DESC LIMIT 1), 0)
	OR m.after_gift <> m.gift + ifnull((SELECT b.after_gift FROM card_move b
		WHERE b.card_id = m.card_id AND b.id < m.id ORDER BY b.id DESC LIMIT 1), 0)
