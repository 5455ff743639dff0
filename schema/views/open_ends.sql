-- title:  Not done today
-- group:  Money
-- key:    pos id
-- order:  pos id
-- col:    what    choice:word  22  "What"
-- col:    number  text   16  "Number"  find
-- col:    party   text   16  "Party"  find
-- col:    day     date   10  "Day"
-- col:    amount  money  12  "Amount"  drop=70
-- hide:   pos int
-- hide:   id int
SELECT pos, id, what, number, party, day, amount FROM open_end WHERE pos < 4
UNION ALL
SELECT pos, id, what, number, party, day, amount FROM open_end WHERE pos = 4 AND day >= :today - 60
UNION ALL
SELECT pos, id, what, number, party, day, amount FROM open_end WHERE pos IN (5, 6)
UNION ALL
SELECT pos, id, what, number, party, day, amount FROM open_end WHERE pos > 6 AND day >= :today - 7
