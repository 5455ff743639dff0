-- title:  Users
-- group:  Settings
-- key:    name
-- id:     id
-- names:  name
-- label:  title
-- order:  name
-- col:    name        text  12  "Login name"  find
-- col:    title       text  16  "Person"  find
-- col:    role        choice:word  14  "Role"
-- col:    phone       phone 13  "Phone"   drop=70
-- col:    account     text  12  "Account of the machine"  drop=90
-- col:    lang        text   6  "Language"    drop=90
-- col:    home        text  10  "First screen"  drop=100
-- col:    technician  bool  10  "Technician"  drop=80
-- col:    active      bool   6  "Active"
-- hide:   id int
-- hide:   ver int
-- hide:   role_id int
-- watch:  user role
-- desk
SELECT u.id, u.ver, u.role_id, u.name, u.title, r.title AS role, u.phone, u.account, u.lang, u.home, u.technician,
	u.active
FROM user u LEFT JOIN role r ON r.id = u.role_id
