-- title:  Posted, not printed
-- group:  Settings
-- key:    id
-- order:  id
-- col:    kind      choice:word  14  "Document"
-- col:    number    code  14  "Number"    find
-- col:    party     text  16  "Party"     find
-- col:    plate     plate 10  "Plate"     find drop=90
-- col:    at        time  11  "Posted"
-- col:    person    text  10  "Who"       drop=90
-- hide:   id int
-- hide:   document_id int
-- hide:   template text
-- watch:  print_job
SELECT q.id, q.document_id, q.template, k.title AS kind, d.number, p.name AS party, v.plate, d.at, u.title AS person
FROM print_job q
JOIN document d ON d.id = q.document_id
JOIN document_kind k ON k.id = d.kind_id
JOIN user u ON u.id = d.user_id
LEFT JOIN party p ON p.id = d.party_id
LEFT JOIN job j ON j.id = d.job_id
LEFT JOIN vehicle v ON v.id = j.vehicle_id
WHERE q.state = 'queued' AND d.day >= :today - 7
