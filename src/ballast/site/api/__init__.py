"""The interface for programs: the same verbs and questions as the pages, by token; described by OpenAPI."""
