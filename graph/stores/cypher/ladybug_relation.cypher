CREATE REL TABLE IF NOT EXISTS `<RELATION>`(
    FROM Stakeholder TO Stakeholder,
    id STRING, quote STRING, document STRING, start_offset INT64, end_offset INT64,
    locator STRING, phase STRING, since STRING, until STRING, frequency STRING, condition STRING,
    jointly_with STRING[], confidence DOUBLE, asserted_by STRING, review STRING,
    source_name STRING, target_name STRING,
    source_resolved STRING, target_resolved STRING
);
