-- title:  The numbers of a range of invoices have a gap
-- on:     invoice_range
SELECT r.id, r.code || r.first AS range, r.next - r.first AS used, (SELECT count(*) FROM invoice i WHERE i.range_id = r.id) AS issued
FROM invoice_range r
WHERE r.next - r.first <> (SELECT count(*) FROM invoice i WHERE i.range_id = r.id)
