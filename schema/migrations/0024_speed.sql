-- What is asked all day and must not grow with the years: the car's open work order, what open work orders still take of a
-- part, what suppliers still bring of it.
CREATE INDEX job_here ON job (vehicle_id) WHERE state NOT IN ('handed_over', 'cancelled');
CREATE INDEX job_line_awaits ON job_line (part_id) WHERE kind = 'part' AND state = 'on' AND qty > issued_qty;
CREATE INDEX purchase_order_line_awaits ON purchase_order_line (part_id) WHERE dropped = 0 AND qty > received_qty;
