"""What was asked before: conversations that are kept, and questions that lean on one."""
