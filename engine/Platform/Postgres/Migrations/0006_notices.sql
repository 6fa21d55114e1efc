-- What is told and not traded by. Each row is known from its time on and never changes; publisher is who told it, source where the row was got from.
-- Figures are as they were published, null where there is none.
create table market.news (
    time       timestamptz not null,
    tape       integer not null,
    seq        integer not null,
    time_nanos smallint not null,
    source     smallint not null,
    headline   text not null,
    publisher  text not null,
    url        text not null,
    summary    text not null,
    score      numeric,
    label      text not null,
    tickers    text not null check (jsonb_typeof(tickers::jsonb) = 'array')
) {partitioned by time};
{series market.news by time of 1 month}
create index news_brin on market.news using brin (tape, time) with (pages_per_range = 16);

-- Entries of calendars, by the time of their release. revises is 1970 in releases, and in a revision the time of the release whose figure it corrects.
create table market.economic_calendar (
    time             timestamptz not null,
    announced        timestamptz not null,
    revises          timestamptz not null,
    tape             integer not null,
    seq              integer not null,
    time_nanos       smallint not null,
    announced_nanos  smallint not null,
    revises_nanos    smallint not null,
    source           smallint not null,
    name             text not null,
    impact           text not null,
    unit             text not null,
    forecast         numeric,
    previous         numeric,
    actual           numeric,
    revised_previous numeric
) {partitioned by time};
{series market.economic_calendar by time of 1 month}
create index economic_calendar_brin on market.economic_calendar using brin (tape, time) with (pages_per_range = 16);

create table market.sentiment (
    time        timestamptz not null,
    tape        integer not null,
    seq         integer not null,
    time_nanos  smallint not null,
    source      smallint not null,
    long_share  numeric(9, 8) not null check (long_share between 0 and 1),
    short_share numeric(9, 8) not null check (short_share between 0 and 1),
    confidence  numeric,
    publisher   text not null
) {partitioned by time};
{series market.sentiment by time of 1 month}
create index sentiment_brin on market.sentiment using brin (tape, time) with (pages_per_range = 16);

create view market.news_items as
select i.symbol, n.time, n.headline, n.publisher, n.url, n.summary, n.score, n.label, n.tickers::jsonb as tickers, s.name as source
from market.news n join market.tapes p on p.id = n.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = n.source;

create view market.calendar_entries as
select i.symbol as currency, c.time, c.announced, nullif(c.revises, 'epoch') as revises, c.name, c.impact, c.unit, c.forecast, c.previous, c.actual, c.revised_previous, s.name as source
from market.economic_calendar c join market.tapes p on p.id = c.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = c.source;

create view market.sentiment_shares as
select i.symbol, m.time, m.long_share, m.short_share, m.confidence, m.publisher, s.name as source
from market.sentiment m join market.tapes p on p.id = m.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = m.source;
