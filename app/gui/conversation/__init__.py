"""The middle pane: questions, answers, and the conversations there were."""
