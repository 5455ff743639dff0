-- title:  Roles
-- group:  Settings
-- key:    name
-- id:     id
-- names:  name title
-- label:  title
-- order:  name
-- col:    name          text  14  "Code"  find
-- col:    title         choice:word  20  "Role"
-- col:    max_discount  rate   8  "Most discount"
-- col:    people        int    6  "People"
-- hide:   id int
-- hide:   ver int
-- watch:  role user
-- desk
SELECT r.id, r.ver, r.name, r.title, r.max_discount,
	(SELECT count(*) FROM user u WHERE u.role_id = r.id AND u.active = 1) AS people
FROM role r
