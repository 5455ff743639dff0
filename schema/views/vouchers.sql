-- title:  Other stock-in and stock-out
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number
-- label:  number
-- order:  -id
-- param:  day        range           filter=day
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- col:    day        date   10  "Day"
-- col:    number     code   14  "Number"  find
-- col:    kind       choice:word  16  "Kind"
-- col:    reason     choice:word  14  "Reason"
-- col:    warehouse  choice:word  10  "Warehouse"  drop=90
-- col:    picker     text    8  "Person"  drop=100
-- col:    parts      int     5  "Parts"
-- col:    value      money  11  "Value"  right=cost.see explain=document_moves
-- col:    reversed_by  code 14  "Reversed by"  drop=110
-- hide:   id int
-- hide:   warehouse_id int
-- watch:  stock_voucher
SELECT v.id, v.warehouse_id, d.day, d.number, k.title AS kind, r.title AS reason, w.title AS warehouse, u.title AS picker,
	(SELECT count(*) FROM stock_move m WHERE m.document_id = v.id) AS parts,
	(SELECT sum(m.value) FROM stock_move m WHERE m.document_id = v.id) AS value, x.number AS reversed_by
FROM stock_voucher v
JOIN document d ON d.id = v.id
JOIN document_kind k ON k.id = d.kind_id
JOIN stock_reason r ON r.id = v.reason_id
JOIN warehouse w ON w.id = v.warehouse_id
LEFT JOIN user u ON u.id = v.picker_id
LEFT JOIN document x ON x.reverses_id = v.id
