-- title:  Has come, to be fetched
-- group:  Workshop
-- key:    id
-- id:     id
-- order:  id
-- param:  job  ref:jobs  filter=job_id
-- col:    plate       plate 10  "Plate"        find
-- col:    job         code  14  "Work order"   find drop=90
-- col:    code        code  12  "Part"         find
-- col:    text        text  22  "Description"  find
-- col:    qty         qty    8  "Quantity"
-- col:    bin         text   8  "Bin"
-- col:    arrived_at  time  11  "Has come"
-- col:    person      text  10  "Asked by"     drop=80
-- hide:   id int
-- hide:   ver int
-- hide:   job_id int
-- mark
-- watch:  want
SELECT w.id, w.ver, w.job_id, w.plate, j.number AS job, p.code, w.text, w.qty, p.bin, w.arrived_at, u.title AS person
FROM want w
JOIN user u ON u.id = w.user_id
LEFT JOIN job j ON j.id = w.job_id
LEFT JOIN part p ON p.id = w.part_id
WHERE w.state = 'arrived'
