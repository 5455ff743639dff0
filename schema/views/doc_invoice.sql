-- title:  Invoice
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    invoice_no  code   24  "Invoice number"
-- col:    type        choice:word  24  "Type"
-- col:    title       text   40  "Title"
-- col:    tax_no      code   20  "Tax number"
-- col:    net         money  12  "Net"
-- col:    tax         money  12  "Tax"
-- col:    amount      money  12  "Amount"
-- col:    red_of      code   24  "Takes back"
-- hide:   id int
SELECT i.id, i.code || i.no AS invoice_no, t.title AS type, i.title, i.tax_no, i.net, i.tax, i.amount,
	(SELECT o.code || o.no FROM invoice o WHERE o.id = i.red_of) AS red_of
FROM invoice i JOIN invoice_type t ON t.id = i.type_id
