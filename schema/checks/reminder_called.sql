-- title:  A reminder is open though the last call about it closed it
-- on:     reminder_call
SELECT c.id, r.id AS reminder, r.state
FROM reminder_call c
JOIN reminder r ON r.id = c.reminder_id
WHERE c.again_on IS NULL AND r.state = 'open'
