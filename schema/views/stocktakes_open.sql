-- title:  Open stocktakes
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number title
-- label:  number
-- order:  -id
-- col:    number     code  14  "Number"  find
-- col:    title      text  20  "Title"  find
-- col:    scope      choice:take_scope  18  "What is counted"
-- col:    warehouse  choice:word  12  "Warehouse"
-- hide:   id int
-- watch:  stocktake
SELECT t.id, c.number, t.title, t.scope, w.title AS warehouse
FROM stocktake t JOIN warehouse w ON w.id = t.warehouse_id JOIN document c ON c.id = t.sheet_id WHERE t.state = 'open'
