-- title:  Temporary pass
-- key:    id
-- param:  document  ref:documents  filter=id  required
-- col:    away_reason  text  20  "Reason"
-- col:    taken_by     text  12  "Taken by"
-- col:    expected_at  time  16  "Expected back"
-- col:    back_at      time  16  "Came back"
-- hide:   id int
SELECT id, reason AS away_reason, taken_by, expected_at, back_at FROM car_away
