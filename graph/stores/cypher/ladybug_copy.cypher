COPY `<RELATION>`(
    id, quote, document, start_offset, end_offset, locator, phase, since, until, frequency,
    condition, jointly_with, confidence, asserted_by, review,
    source_name, target_name, source_resolved, target_resolved
) FROM $rows
