-- title:  Contacts
-- group:  Customers
-- key:    id
-- id:     id
-- names:  phone name
-- label:  name
-- order:  id
-- param:  party  ref:parties  filter=party_id
-- col:    name      text   14  "Name"   find
-- col:    kind      choice:word  12  "Is the"
-- col:    phone     phone  13  "Phone"  find
-- col:    channel   choice:channel  8  "Reached by"
-- col:    address   text   16  "Account there"  find drop=90
-- col:    no_calls  bool    6  "No reminders"
-- col:    party     text   16  "Belongs to"  find drop=80
-- col:    note      text   20  "Note"  find drop=110
-- hide:   id int
-- hide:   ver int
-- hide:   party_id int
-- watch:  contact contact_kind party
-- desk
SELECT c.id, c.ver, c.party_id, c.name, k.title AS kind, c.phone, c.channel, c.address, c.no_calls, p.name AS party, c.note
FROM contact c
LEFT JOIN contact_kind k ON k.id = c.kind_id
LEFT JOIN party p ON p.id = c.party_id
