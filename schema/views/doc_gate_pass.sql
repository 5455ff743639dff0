-- title:  Gate pass
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    settlement       code  16  "Settlement"
-- col:    collected_by     text  12  "Collected by"
-- col:    collected_phone  phone 13  "Phone"
-- col:    old_parts        text  20  "Old parts"
-- col:    override_reason  text  20  "Reason"
-- hide:   id int
SELECT h.id, s.number AS settlement, h.collected_by, h.collected_phone, h.old_parts, h.override_reason
FROM handover h
JOIN job j ON j.id = h.job_id
LEFT JOIN document s ON s.id = j.settlement_id
