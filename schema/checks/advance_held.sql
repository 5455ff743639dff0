-- title:  More of an advance was used than was paid
SELECT j.number, p.name AS party, sum(l.amount) AS overdrawn
FROM entry_line l
JOIN party p ON p.id = l.party_id
LEFT JOIN job j ON j.id = l.job_id
WHERE l.account_id = 11
GROUP BY l.job_id, l.party_id
HAVING sum(l.amount) > 0
