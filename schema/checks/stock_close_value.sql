-- title:  The stock of a closed morning is not what it was any more
-- on:     stock_close
SELECT c.id, c.morning_on, c.value, ifnull((SELECT sum(m.value) FROM stock_move m WHERE m.day < c.morning_on), 0) AS now
FROM stock_close c
WHERE c.value <> ifnull((SELECT sum(m.value) FROM stock_move m WHERE m.day < c.morning_on), 0)
