-- title:  Shelves
-- key:    code
-- id:     id
-- names:  code
-- label:  code
-- col:    code  code  8  "Code"  explain=goods
-- col:    state choice:shelf_state  6  "State"
-- hide:   id int
SELECT id, code, 'open' AS state FROM shelf
