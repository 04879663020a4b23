-- What stations told about themselves, and by which firmware; only what was told in full.
create table station_traits (
  station     text primary key,
  subprotocol text not null,
  -- By the BootNotification; all three null when the station had sent none.
  vendor      text,
  model       text,
  firmware    text,
  told_at     timestamptz not null,
  document    jsonb not null
);
