-- News, the economic calendar and sentiment, each by the time at which it became known.
create table market.news (
    id        bigint generated always as identity primary key,
    published timestamptz not null,
    source    text not null,
    headline  text not null,
    url       text not null,
    symbols   text[] not null,
    sentiment double precision,
    unique (source, url, published)
);
create index news_published on market.news using brin (published);

create table market.economic_calendar (
    id        bigint generated always as identity primary key,
    released  timestamptz not null,
    currency  text not null,
    event     text not null,
    impact    text not null,
    actual    numeric,
    forecast  numeric,
    previous  numeric,
    unit      text not null,
    source    text not null,
    unique (source, released, currency, event)
);
create index economic_calendar_released on market.economic_calendar using brin (released);

create table market.sentiment (
    time       timestamptz not null,
    symbol     text not null,
    source     text not null,
    long_share double precision not null check (long_share between 0 and 1),
    short_share double precision not null check (short_share between 0 and 1),
    confidence double precision,
    primary key (source, symbol, time)
);
create index sentiment_time on market.sentiment using brin (time);
