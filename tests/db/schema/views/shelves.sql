-- title:  Shelves
-- key:    code
-- id:     id
-- names:  code
-- label:  code
-- col:    code  code  8  "Code"  explain=goods
-- hide:   id int
SELECT id, code FROM shelf
