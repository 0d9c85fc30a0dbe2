-- The views of a corpus beside one a table. `dossier` joins them all. Only `said` keeps an order.

-- Every object, once for each dossier that has it.
CREATE VIEW objects AS
    SELECT dossier, id, 'Person' AS class, name FROM persons
    UNION ALL SELECT dossier, id, 'Place', name FROM places
    UNION ALL SELECT dossier, id, 'Organisation', name FROM organisations
    UNION ALL SELECT dossier, id, 'Mission', name FROM missions
    UNION ALL SELECT dossier, id, 'Conflict', name FROM conflicts
    UNION ALL SELECT dossier, id, 'Policy', title FROM policies
    UNION ALL SELECT dossier, id, 'Statement', NULL FROM statements;

-- Everything with a name, once: in how many articles, how often, from when to when.
CREATE VIEW entities AS
    SELECT id, class, name, coalesce(articles, 0) AS articles, coalesce(mentions, 0) AS mentions,
        first, last
    FROM (
        SELECT id, class, min(name) AS name FROM objects
        WHERE class NOT IN ('Policy', 'Statement') GROUP BY id, class
    )
    LEFT JOIN (
        SELECT m.object AS id, count(DISTINCT a.id) AS articles, count(*) AS mentions,
            min(a.day) AS first, max(a.day) AS last
        FROM mentions AS m JOIN articles AS a ON a.dossier = m.dossier AND a.id = m.article
        GROUP BY m.object
    ) USING (id);

-- Who said what, and when: a row for each speaker of a statement. `day` is that of the statement
-- if the text gives one, else that of the article. In the order of the corpus, which a join alone
-- does not keep.
CREATE VIEW said AS
    SELECT s.dossier, s.id AS statement, s.speaker, s.act, s.mode, s.content,
        coalesce(s."when".earliest, a.day) AS day, a.id AS article, a.source, a.title
    FROM (SELECT *, unnest(speakers) AS speaker, generate_subscripts(speakers, 1) AS turn,
            content_evidence[1].article AS article
        FROM (SELECT *, row_number() OVER () AS position FROM statements)) AS s
    LEFT JOIN articles AS a ON a.dossier = s.dossier AND a.id = s.article
    ORDER BY s.position, s.turn;

-- Every figure given for a mission or a conflict, with where it stands: contradicting ones side by
-- side. `day` is the day it holds for if the text gives one, else that of the article.
CREATE VIEW figures AS
    SELECT f.dossier, f.object, f.name, f.kind, f.quantity.value AS value, f.quantity.low AS low,
        f.quantity.high AS high, f.quantity.unit AS unit, f.quantity.qualifier AS qualifier,
        f.people, coalesce(f.day, a.day) AS day, a.id AS article, a.source, a.title,
        f.evidence[1].text AS words
    FROM (
        SELECT dossier, id AS object, name, 'strength' AS kind, s.quantity AS quantity,
            NULL::VARCHAR AS people, s."when".earliest AS day, s.evidence AS evidence
        FROM (SELECT dossier, id, name, unnest(strengths) AS s FROM missions)
        UNION ALL
        SELECT dossier, id, name, c.kind, c.quantity, c."group", NULL::DATE, c.evidence
        FROM (SELECT dossier, id, name, unnest(casualties) AS c FROM conflicts)
    ) AS f
    LEFT JOIN articles AS a ON a.dossier = f.dossier AND a.id = f.evidence[1].article;
