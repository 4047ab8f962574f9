-- How a message is read tells of a second reader and of the mood from now on: all are read again.
update inbox_messages set guess = null, guessed_by = null, unsure = 0, disagreeing = 0, teaches = 0;
