-- What the proxy keeps of a station's messages until the CSMS has got them.
create table proxy_message (
  station      text not null,
  -- The order of arrival.
  number       bigint not null,
  -- May be given up for others when there is no room.
  intermediate boolean not null,
  -- Both as on the wire.
  message      text not null,
  answer       text not null,
  kept_at      timestamptz not null default now(),
  primary key (station, number)
);

-- A transaction that began while the CSMS was away has a number of ours and one of the CSMS.
create table proxy_transaction_alias (
  station  text not null,
  local_id integer not null,
  csms_id  integer not null,
  -- The order in which they were learned.
  seq      bigint generated always as identity,
  primary key (station, local_id)
);

-- The charging profiles of the CSMS, as in its SetChargingProfile calls.
create table proxy_csms_profile (
  station    text not null,
  profile_id integer not null,
  request    text not null,
  -- Whether the station has accepted it, too.
  in_station boolean not null,
  -- The order in which they were set.
  seq        bigint generated always as identity,
  primary key (station, profile_id)
);
