-- title:  Tax by rate
-- key:    rate
-- param:  document  ref:documents  filter=invoice_id  required
-- col:    rate   rate    8  "Tax rate"
-- col:    net    money  12  "Net"
-- col:    tax    money  12  "Tax"
-- col:    gross  money  12  "Amount"
-- hide:   invoice_id int
SELECT l.invoice_id, l.tax_rate AS rate, l.net, l.tax, l.gross FROM invoice_line l
