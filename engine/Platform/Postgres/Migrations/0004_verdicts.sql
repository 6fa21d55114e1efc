-- What the check says of a stretch, as the lake's manifests spell it: days that are well, days that are not and why.
alter table market.manifest alter column verdict type jsonb using verdict::jsonb;
