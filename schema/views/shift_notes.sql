-- title:  Notes for the next shift
-- group:  Reception
-- key:    id
-- id:     id
-- names:  id_text
-- label:  text
-- order:  -id
-- param:  done  bool  filter=done  default=no
-- col:    at       time  11  "Written"
-- col:    writer   text   9  "From whom"  find
-- col:    person   text   9  "For whom"  find
-- col:    text     text  44  "Note"  find
-- col:    answer   text  20  "What was done"  find drop=100
-- hide:   id int
-- hide:   id_text code
-- hide:   ver int
-- hide:   done bool
-- watch:  shift_note user
SELECT n.id, CAST(n.id AS TEXT) AS id_text, n.ver, n.at, w.title AS writer, u.title AS person, n.text, n.answer,
	n.done_at IS NOT NULL AS done
FROM shift_note n
JOIN user w ON w.id = n.by_id
LEFT JOIN user u ON u.id = n.user_id
