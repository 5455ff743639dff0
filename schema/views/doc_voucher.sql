-- title:  Other stock-in and stock-out
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    reason     choice:word  20  "Reason"
-- col:    picker     text         10  "Person"
-- col:    warehouse  choice:word  10  "Warehouse"
-- hide:   id int
SELECT v.id, r.title AS reason, u.title AS picker, w.title AS warehouse
FROM stock_voucher v
JOIN stock_reason r ON r.id = v.reason_id
JOIN warehouse w ON w.id = v.warehouse_id
LEFT JOIN user u ON u.id = v.picker_id
