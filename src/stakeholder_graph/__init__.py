"""Who is in charge? Governance documents as a property graph, with a quote for every edge."""

__version__ = "0.1.0"
