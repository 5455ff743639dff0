-- title:  Supplementary statement
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    settlement   code   16  "Settlement"
-- col:    settled_on   date   10  "Settled on"
-- col:    total        money  12  "Total"
-- hide:   id int
SELECT x.id, d.number AS settlement, d.day AS settled_on, s.total
FROM supplement x
JOIN settlement s ON s.id = x.settlement_id
JOIN document d ON d.id = s.id
