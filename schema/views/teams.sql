-- title:  Teams
-- group:  Workshop
-- key:    code
-- id:     id
-- names:  code title
-- label:  title
-- order:  code
-- col:    code     code  12  "Code"  find
-- col:    title    text  20  "Team"  find
-- col:    members  text  40  "Members"
-- hide:   id int
-- hide:   ver int
-- watch:  team team_member user
-- desk
SELECT t.id, t.ver, t.code, t.title,
	(SELECT group_concat(u.title, ', ') FROM team_member m JOIN user u ON u.id = m.user_id WHERE m.team_id = t.id) AS members
FROM team t
WHERE t.active = 1
