-- Changes of order books. Flags: 1 snapshot, 2 end of its message, 4 gap; each UTC hour begins with the book as it stood.
create table market.depth (
    time       timestamptz not null,
    price      bigint not null,
    size       bigint not null,
    tape       integer not null,
    seq        integer not null,
    time_nanos smallint not null,
    source     smallint not null,
    side       smallint not null,
    flags      smallint not null
) {partitioned by time};
{series market.depth by time of 1 day}
create index depth_brin on market.depth using brin (tape, time) with (pages_per_range = 16);

create view market.depth_prices as
select i.symbol, d.time, d.seq, case d.side when 1 then 'buy' else 'sell' end as side,
       round(d.price / power(10::numeric, i.price_scale), i.price_scale) as price, round(d.size / power(10::numeric, i.size_scale), i.size_scale) as size,
       d.flags & 1 > 0 as snapshot, d.flags & 2 > 0 as message_end, d.flags & 4 > 0 as gap, s.name as source
from market.depth d join market.tapes p on p.id = d.tape join market.instruments i on i.id = p.instrument_id join market.sources s on s.id = d.source;
