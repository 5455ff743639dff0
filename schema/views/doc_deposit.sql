-- title:  Deposit on a thing
-- key:    document_id
-- param:  document  ref:documents  filter=document_id  required
-- col:    for_what  choice:word  12  "For what"
-- col:    thing     text   20  "The thing"
-- col:    taken     money  12  "Amount"
-- col:    kept      money  12  "Kept"
-- col:    deposit   code   14  "Deposit"
-- hide:   document_id int
SELECT t.id AS document_id, k.title AS for_what, t.thing, t.amount AS taken, 0 AS kept, NULL AS deposit
FROM deposit t JOIN thing_kind k ON k.id = t.kind_id
UNION ALL
SELECT b.id, k.title, t.thing, b.amount, b.kept, d.number
FROM deposit_back b JOIN deposit t ON t.id = b.deposit_id JOIN document d ON d.id = t.id JOIN thing_kind k ON k.id = t.kind_id
