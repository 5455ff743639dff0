-- title:  Sale returns
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  customer
-- order:  -id
-- param:  sale      ref:sales      filter=sale_id
-- param:  customer  ref:customers  filter=party_id
-- param:  day       range          filter=day
-- col:    day       date   10  "Day"
-- col:    number    code   14  "Number"    find
-- col:    customer  text   14  "Customer"  find
-- col:    sale      code   14  "Sale"      find drop=76
-- col:    total     money  11  "Total"     sum
-- col:    fee       money  10  "Restocking fee"  sum drop=110
-- col:    reason    text   16  "Reason"    find
-- col:    person    text   10  "Who"       drop=90
-- col:    cost      money  10  "Cost"      sum right=cost.see drop=120
-- col:    reversed_by  code   14  "Reversed by"  drop=130
-- hide:   id int
-- hide:   document_id int
-- hide:   sale_id int
-- hide:   party_id int
-- watch:  sale_return
-- desk
SELECT s.id, s.id AS document_id, s.sale_id, s.party_id, d.day, d.number, p.name AS customer, o.number AS sale, s.total, s.fee,
	d.remark AS reason, u.title AS person, s.cost, v.number AS reversed_by
FROM sale_return s
LEFT JOIN document d ON d.id = s.id
LEFT JOIN document o ON o.id = s.sale_id
LEFT JOIN party p ON p.id = s.party_id
LEFT JOIN user u ON u.id = d.user_id
LEFT JOIN document v ON v.reverses_id = s.id
