-- After the hypertable (Flyway runs by description), and only under the community licence.
alter table measurement set (timescaledb.compress,
                             timescaledb.compress_segmentby = 'source, quantity',
                             timescaledb.compress_orderby = 'at');
select add_compression_policy('measurement', interval '7 days', if_not_exists => true);
