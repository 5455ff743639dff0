-- title:  Issue slip
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    picker     text         10  "Picked by"
-- col:    warehouse  choice:word  10  "Warehouse"
-- hide:   id int
SELECT s.id, u.title AS picker, w.title AS warehouse
FROM issue_slip s
JOIN user u ON u.id = s.picker_id
JOIN warehouse w ON w.id = s.warehouse_id
