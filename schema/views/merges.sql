-- title:  What was made one
-- group:  Customers
-- key:    id
-- id:     id
-- names:  id
-- label:  name
-- order:  -id
-- col:    at      time  16  "When"
-- col:    kind    choice:merge_kind  8  "Kind"
-- col:    name    text  16  "The double"  find
-- col:    other   text  16  "The one that stays"  find
-- col:    person  text  10  "Who"  drop=90
-- col:    reason  text  20  "Reason"  find drop=100
-- col:    undone_at  time  11  "Parted"  drop=80
-- hide:   id int
-- hide:   ver int
-- hide:   stands bool
-- watch:  merge
-- desk
SELECT m.id, m.ver, m.at, m.kind, iif(m.kind = 'vehicle', f.plate, p.name) AS name, iif(m.kind = 'vehicle', i.plate, o.name) AS other,
	u.title AS person, m.reason, m.undone_at, m.undone_at IS NULL AS stands
FROM merge m
LEFT JOIN party p ON m.kind = 'customer' AND p.id = m.from_id
LEFT JOIN party o ON m.kind = 'customer' AND o.id = m.into_id
LEFT JOIN vehicle f ON m.kind = 'vehicle' AND f.id = m.from_id
LEFT JOIN vehicle i ON m.kind = 'vehicle' AND i.id = m.into_id
LEFT JOIN user u ON u.id = m.user_id
