-- title:  More old cores were sent to suppliers than came
-- on:     core_bin
SELECT b.id, p.code AS part, b.qty FROM core_bin b JOIN part p ON p.id = b.id WHERE b.qty < 0
