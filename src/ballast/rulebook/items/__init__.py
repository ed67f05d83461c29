"""Action items of a meeting (会议事项): their life, where one stands, what may be done to it, promises kept."""
