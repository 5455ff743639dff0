-- title:  A quantity is below zero
-- on:     goods
SELECT id, code, qty FROM goods WHERE qty < 0
