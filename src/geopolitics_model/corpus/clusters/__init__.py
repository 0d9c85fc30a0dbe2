"""Thin adapters of `gm.corpus.parse_batches` to cluster engines that exist.

    from geopolitics_model.corpus.clusters import spark
    dossiers = spark.parse(frame, keep=["id"])

Each needs its engine, which the extra of the same name brings; nothing here schedules anything.
"""
