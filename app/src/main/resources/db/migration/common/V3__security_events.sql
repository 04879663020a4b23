-- What stations reported, and what the engine noticed at the door.

create table security_event (
  id          uuid primary key,
  -- The order of arrival; a station's clock may be wrong.
  seq         bigint generated always as identity,
  at          timestamptz not null,
  received_at timestamptz not null default now(),
  -- Null when whoever came named no known station.
  station     text,
  origin      text not null check (origin in ('STATION', 'ENGINE')),
  type        text not null,
  detail      text not null
);
create index security_event_newest on security_event (seq desc);
create index security_event_of_station on security_event (station, seq desc);
