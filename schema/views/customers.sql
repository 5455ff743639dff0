-- title:  Customers
-- group:  Customers
-- key:    id
-- id:     id
-- names:  phone name
-- label:  name
-- order:  name
-- param:  class  ref:customer_classes  filter=class_id
-- col:    name      text   20  "Name"     find
-- col:    phone     phone  13  "Phone"    find
-- col:    class     choice:word  8  "Class"  drop=60
-- col:    contact   text   10  "Contact"  find drop=100
-- col:    terms_days    int    6  "Terms"  drop=90
-- col:    credit_limit  money 11  "Limit"  drop=100
-- col:    owes      money  12  "Owes"     explain=open_bills
-- col:    since_on  date   10  "Entered"    drop=70
-- hide:   id int
-- hide:   ver int
-- hide:   class_id int
-- hide:   source text
-- hide:   birthday date
-- hide:   tax_no text
-- hide:   address text
-- hide:   note text
-- hide:   no_calls bool
-- watch:  party party_balance
-- desk
SELECT p.id, p.ver, p.name, p.phone, p.class_id, c.title AS class, p.contact, p.terms_days, p.credit_limit, p.since_on,
	ifnull(b.amount, 0) AS owes, s.code AS source, p.birthday_on AS birthday, p.tax_no, p.address, p.note, p.no_calls
FROM party p
LEFT JOIN customer_class c ON c.id = p.class_id
LEFT JOIN customer_source s ON s.id = p.source_id
LEFT JOIN party_balance b ON b.party_id = p.id AND b.account_id = 6
WHERE p.kind = 'customer' AND p.merged_into IS NULL
