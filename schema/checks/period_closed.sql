-- title:  Something was posted into a closed period
SELECT d.number, d.day, c.until_on, c.at AS closed_at
FROM period_close c
JOIN document d ON d.day <= c.until_on AND d.at > c.at
JOIN entry e ON e.document_id = d.id
WHERE NOT EXISTS (SELECT 1 FROM period_close o WHERE o.id > c.id AND o.at <= d.at AND o.until_on < d.day)
