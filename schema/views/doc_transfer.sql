-- title:  Transfer
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    from_w    choice:word  12  "From warehouse"
-- col:    to_w      choice:word  12  "To warehouse"
-- col:    carrier   text  20  "Carried by"
-- col:    transfer  code  16  "Transfer"
-- col:    how       choice:transfer_how  16  "What became of it"
-- hide:   id int
SELECT d.id, f.title AS from_w, g.title AS to_w, t.carrier, iif(r.id IS NULL, NULL, s.number) AS transfer, r.how
FROM document d
LEFT JOIN transfer_receipt r ON r.id = d.id
JOIN transfer t ON t.id = coalesce(r.transfer_id, d.id)
JOIN document s ON s.id = t.id
JOIN warehouse f ON f.id = t.from_id
JOIN warehouse g ON g.id = t.to_id
