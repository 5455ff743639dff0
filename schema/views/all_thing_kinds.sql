-- title:  Things that deposits are for
-- group:  Money
-- key:    id
-- id:     id
-- names:  code title
-- label:  title
-- order:  id
-- col:    code    code  12  "Code"  find
-- col:    title   choice:word  24  "For what"
-- col:    amount  money 12  "Usual deposit"
-- col:    held    money 12  "Lies here"  sum
-- col:    active  bool   6  "In use"
-- hide:   id int
-- hide:   ver int
-- watch:  thing_kind deposit deposit_back
SELECT k.id, k.ver, k.code, k.title, k.amount, k.active,
	ifnull((SELECT sum(t.amount) FROM deposit t WHERE t.kind_id = k.id AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = t.id)), 0)
	- ifnull((SELECT sum(b.amount + b.kept) FROM deposit t JOIN deposit_back b ON b.deposit_id = t.id
		WHERE t.kind_id = k.id AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id IN (b.id, t.id))), 0) AS held
FROM thing_kind k
