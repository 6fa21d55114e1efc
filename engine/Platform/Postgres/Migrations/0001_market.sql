-- Market data. Prices and sizes are whole numbers, as they are hashed: price = bid / 10 ^ price_scale of the instrument.
-- Times are timestamptz, which counts microseconds; what is finer stands beside it as 0 to 999 nanoseconds.
create schema market;

create table market.instruments (
    id            integer generated always as identity primary key,
    symbol        text not null unique,
    venue         text not null,
    asset_class   text not null,
    base_currency text not null,
    quote_currency text not null,
    price_scale   smallint not null check (price_scale between 0 and 9),
    size_scale    smallint not null check (size_scale between 0 and 9),
    tick_size     numeric not null,
    pip_size      numeric not null,
    lot_step      numeric not null,
    min_qty       numeric not null,
    max_qty       numeric not null,
    contract_size numeric not null,
    is_inverse    boolean not null,
    calendar      text not null
);

-- Where rows came from; rows name it by number.
create table market.sources (
    id   smallint generated always as identity primary key,
    name text not null unique
);

-- A tape: one kind of data of one instrument. Rows name it by number.
create table market.tapes (
    id            integer generated always as identity primary key,
    instrument_id integer not null references market.instruments,
    kind          text not null,
    series        text not null,
    timeframe     text,
    price_side    text check (price_side in ('mid', 'bid', 'ask', 'last')),
    synthetic     boolean not null,
    unique (instrument_id, kind)
);

-- What counts: a month or year of a tape, with the hash of its numbers. Instants are nanoseconds since 1970, UTC.
create table market.manifest (
    tape      integer not null references market.tapes,
    stretch   text not null,
    revision  integer not null default 1,
    count     bigint not null check (count > 0),
    first     bigint not null,
    last      bigint not null,
    until     bigint not null,
    content   text not null check (length(content) = 64),
    source    text not null,
    gaps      bigint[] not null,
    verdict   text,
    written   timestamptz not null default now(),
    primary key (tape, stretch)
);

-- What a stretch was before it was replaced: its hash, not its rows.
create table market.revisions (
    tape      integer not null references market.tapes,
    stretch   text not null,
    revision  integer not null,
    count     bigint not null,
    content   text not null,
    source    text not null,
    written   timestamptz not null,
    replaced  timestamptz not null default now(),
    primary key (tape, stretch, revision)
);

create table market.ticks (
    time       timestamptz not null,
    bid        bigint not null,
    ask        bigint not null,
    bid_size   bigint not null,
    ask_size   bigint not null,
    tape       integer not null,
    seq        integer not null,
    time_nanos smallint not null,
    source     smallint not null
) {partitioned by time};
{series market.ticks by time of 1 day}
create index ticks_brin on market.ticks using brin (tape, time) with (pages_per_range = 16);

create table market.trades (
    time       timestamptz not null,
    price      bigint not null,
    size       bigint not null,
    tape       integer not null,
    seq        integer not null,
    time_nanos smallint not null,
    source     smallint not null,
    aggressor  smallint not null
) {partitioned by time};
{series market.trades by time of 1 day}
create index trades_brin on market.trades using brin (tape, time) with (pages_per_range = 16);

-- Bars. real_volume is what the source calls the volume; tick_volume counts the price's changes, null where the source does not tell.
create table market.candles (
    open_time   timestamptz not null,
    close_time  timestamptz not null,
    open        bigint not null,
    high        bigint not null,
    low         bigint not null,
    close       bigint not null,
    real_volume bigint not null,
    tick_volume bigint,
    tape        integer not null,
    seq         integer not null,
    open_time_nanos  smallint not null,
    close_time_nanos smallint not null,
    source      smallint not null
) {partitioned by open_time};
{series market.candles by open_time of 1 month}
create index candles_brin on market.candles using brin (tape, open_time) with (pages_per_range = 16);

-- The same in decimals and by name, for people.
create view market.tick_prices as
select i.symbol, t.time, round(t.bid / power(10::numeric, i.price_scale), i.price_scale) as bid, round(t.ask / power(10::numeric, i.price_scale), i.price_scale) as ask,
       round(t.bid_size / power(10::numeric, i.size_scale), i.size_scale) as bid_size, round(t.ask_size / power(10::numeric, i.size_scale), i.size_scale) as ask_size, s.name as source
from market.ticks t join market.tapes p on p.id = t.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = t.source;

create view market.trade_prices as
select i.symbol, t.time, round(t.price / power(10::numeric, i.price_scale), i.price_scale) as price, round(t.size / power(10::numeric, i.size_scale), i.size_scale) as size,
       case t.aggressor when 1 then 'buy' when 2 then 'sell' end as aggressor, s.name as source
from market.trades t join market.tapes p on p.id = t.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = t.source;

create view market.candle_prices as
select i.symbol, p.timeframe, p.price_side, c.open_time, c.close_time,
       round(c.open / power(10::numeric, i.price_scale), i.price_scale) as open, round(c.high / power(10::numeric, i.price_scale), i.price_scale) as high,
       round(c.low / power(10::numeric, i.price_scale), i.price_scale) as low, round(c.close / power(10::numeric, i.price_scale), i.price_scale) as close,
       round(c.real_volume / power(10::numeric, i.size_scale), i.size_scale) as real_volume, c.tick_volume, s.name as source
from market.candles c join market.tapes p on p.id = c.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = c.source;
