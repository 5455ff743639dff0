-- title:  Something to print
-- key:    name
-- param:  document  int  filter=id  required
-- col:    name    text   20  "Name"
-- col:    amount  money  10  "Amount"
-- hide:   id int
SELECT id, name, amount FROM paper
