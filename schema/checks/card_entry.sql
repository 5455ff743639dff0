-- title:  A change of a card is not what its entry says
-- on:     card_move
SELECT m.id, d.number, m.principal, m.gift
FROM card_move m
JOIN document d ON d.id = m.document_id
WHERE m.principal <> ifnull((SELECT -sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.card_id = m.card_id AND l.account_id = 55), 0)
	OR m.gift <> ifnull((SELECT -sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.card_id = m.card_id AND l.account_id = 56), 0)
	OR m.gift <> ifnull((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id
		WHERE e.document_id = m.document_id AND l.card_id = m.card_id AND l.account_id = 57), 0)
