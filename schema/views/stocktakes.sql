-- title:  Stocktakes
-- group:  Stock
-- key:    id
-- id:     id
-- names:  number title
-- label:  number
-- order:  -id
-- col:    number     code  14  "Number"  find
-- col:    opened_at  time  16  "Begun"
-- col:    title      text  18  "Title"  find
-- col:    scope      choice:take_scope  16  "What is counted"
-- col:    warehouse  choice:word  10  "Warehouse"  drop=90
-- col:    bin        text   8  "Bin"  drop=100
-- col:    state      choice:take_state  10  "State"
-- col:    counted    int    7  "Counted"
-- col:    again      int    6  "Again"
-- col:    document   code  14  "Booked as"  drop=110
-- hide:   id int
-- hide:   sheet_id int
-- hide:   open int
-- watch:  stocktake stocktake_line
SELECT t.id, t.sheet_id, c.number, t.opened_at, t.title, t.scope, w.title AS warehouse, t.bin, t.state,
	(SELECT count(*) FROM stocktake_line l WHERE l.stocktake_id = t.id AND l.counted IS NOT NULL) AS counted,
	(SELECT count(*) FROM stocktake_line l WHERE l.stocktake_id = t.id AND l.recount = 1) AS again,
	d.number AS document, t.state = 'open' AS open
FROM stocktake t
JOIN warehouse w ON w.id = t.warehouse_id
JOIN document c ON c.id = t.sheet_id
LEFT JOIN document d ON d.id = t.document_id
