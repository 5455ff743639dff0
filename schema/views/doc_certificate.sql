-- title:  Completion certificate
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    checked_by     text  12  "Checked by"
-- col:    check_no       code  16  "Quality check"
-- col:    engine_no      code  16  "Engine no."
-- col:    warranty_days  int    5  "Days"
-- col:    warranty_km    int    6  "km"
-- col:    until_on       date  10  "Until"
-- col:    until_km       int    8  "Up to km"
-- hide:   id int
SELECT d.id, ifnull(w.title, f.title) AS checked_by, c.number AS check_no, v.engine_no, t.warranty_days, t.warranty_km,
	d.day + t.warranty_days AS until_on, j.odometer_km + t.warranty_km AS until_km
FROM document d
JOIN job j ON j.id = d.job_id
JOIN vehicle v ON v.id = j.vehicle_id
JOIN repair_type t ON t.id = j.repair_type_id
LEFT JOIN quality_check q ON q.id = j.check_id
LEFT JOIN document c ON c.id = q.id
LEFT JOIN user w ON w.id = q.checker_id
LEFT JOIN user f ON f.id = j.finished_by
