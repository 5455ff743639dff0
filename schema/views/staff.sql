-- title:  Staff
-- group:  Settings
-- key:    name
-- id:     id
-- names:  name title
-- label:  title
-- order:  name
-- param:  technician  bool  filter=technician
-- col:    name        text  12  "Login name"  find
-- col:    title       text  16  "Person"  find
-- col:    role        choice:word  14  "Role"
-- col:    technician  bool 10  "Technician"
-- hide:   id int
-- watch:  user
-- desk
SELECT u.id, u.name, u.title, r.title AS role, u.technician
FROM user u LEFT JOIN role r ON r.id = u.role_id
WHERE u.active = 1
