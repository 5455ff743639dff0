-- title:  Parts of a transfer
-- group:  Stock
-- key:    id
-- order:  id
-- param:  transfer  ref:transfers  filter=transfer_id  required
-- col:    code   code   14  "Part"  find
-- col:    name   text   24  "Description"  find
-- col:    qty    qty    10  "Sent"
-- col:    open   qty    10  "On the way"
-- col:    unit   text    4  "Unit"
-- col:    value  money  11  "Value"  sum right=cost.see
-- hide:   id int
-- hide:   transfer_id int
-- watch:  transfer_line transfer_open
-- desk
SELECT l.id, l.transfer_id, p.code, p.name, l.qty, ifnull(o.qty, 0) AS open, p.unit, l.value
FROM transfer_line l
LEFT JOIN part p ON p.id = l.part_id
LEFT JOIN transfer_open o ON o.id = l.id
