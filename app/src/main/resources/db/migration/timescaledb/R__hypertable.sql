-- Only run where the extension is installed; see Migrations.
select create_hypertable('measurement', 'at', chunk_time_interval => interval '1 day',
                         migrate_data => true, if_not_exists => true);
