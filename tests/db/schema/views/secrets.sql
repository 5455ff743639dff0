-- title:  Secrets
-- key:    id
-- right:  secret.see
-- col:    id  int  8  "No."
SELECT id FROM shelf
