"""What is graded (recordings, chats, tickets) and how it comes in."""
