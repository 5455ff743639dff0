-- title:  A check
-- key:    id
SELECT 1
