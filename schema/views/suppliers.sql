-- title:  Suppliers
-- group:  Stock
-- key:    id
-- id:     id
-- names:  name phone
-- label:  name
-- order:  name
-- col:    name        text   24  "Company"   find
-- col:    phone       phone  13  "Phone"    find
-- col:    contact     text   12  "Contact"  find drop=70
-- col:    terms_days  int     6  "Terms"    drop=60
-- col:    owed        money  12  "We owe"   right=cost.see
-- hide:   id int
-- hide:   ver int
-- watch:  party party_balance
-- desk
SELECT p.id, p.ver, p.name, p.phone, p.contact, p.terms_days, -ifnull(b.amount, 0) AS owed
FROM party p
LEFT JOIN party_balance b ON b.party_id = p.id AND b.account_id = 9
WHERE p.kind = 'supplier'
