-- Who stood by with his PIN when a document was posted that its person alone might not have posted.
ALTER TABLE document ADD COLUMN approver_id INTEGER REFERENCES user;
