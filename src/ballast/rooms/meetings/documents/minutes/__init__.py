"""The minutes of a meeting (会议纪要): what was discussed, said, decided and handed out, each as it stands noted."""
