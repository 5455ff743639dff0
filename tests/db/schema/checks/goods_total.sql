-- title:  There are too many goods
SELECT count(*) AS goods FROM goods HAVING count(*) > 1000
