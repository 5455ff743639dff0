-- title:  Something was posted into a closed period
SELECT d.number, d.day, c.until_on, c.at AS closed_at
FROM period_close c
JOIN document d ON d.day <= c.until_on AND d.at > c.at
JOIN entry e ON e.document_id = d.id
