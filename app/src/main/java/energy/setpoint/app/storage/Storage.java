package energy.setpoint.app.storage;

import energy.setpoint.app.storage.behind.Tables;
import energy.setpoint.app.storage.behind.WriteBehind;
import energy.setpoint.app.storage.behind.WriteFigures;
import energy.setpoint.app.storage.failure.StorageException;
import energy.setpoint.app.storage.jdbc.GridLimitTable;
import energy.setpoint.app.storage.jdbc.ImportLimitTable;
import energy.setpoint.app.storage.jdbc.IntentReader;
import energy.setpoint.app.storage.jdbc.IntentTable;
import energy.setpoint.app.storage.jdbc.LedgerTable;
import energy.setpoint.app.storage.jdbc.MeasurementTable;
import energy.setpoint.app.storage.jdbc.PastTable;
import energy.setpoint.app.storage.jdbc.PlanTable;
import energy.setpoint.app.storage.jdbc.PriceTable;
import energy.setpoint.app.storage.jdbc.ProxyTables;
import energy.setpoint.app.storage.jdbc.SecurityEventTable;
import energy.setpoint.app.storage.jdbc.SessionTable;
import energy.setpoint.app.storage.jdbc.StationTraitsTable;
import energy.setpoint.app.storage.jdbc.TransactionIdBlocks;
import energy.setpoint.app.storage.journal.SecurityJournal;
import energy.setpoint.app.storage.query.IntentQueries;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.storage.query.SecurityEventQueries;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.port.PlanStore;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.port.TransactionIds;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that outlives the process: the stores for the engine, and the queries for people. */
public final class Storage implements AutoCloseable {

  private final StorageSettings settings;
  private final Database database;
  private final SessionTable sessions;
  private final PlanTable plans;
  private final MeasurementTable measurements;
  private final IntentReader intents;
  private final SecurityEventTable securityEvents;
  private final SecurityJournal securityJournal;
  private final StationTraitsTable stationTraits;
  private final ImportLimitTable importLimits;
  private final TransactionIds transactionIds;
  private final ProxyTables proxyTables;
  private final WriteBehind writeBehind;

  private Storage(StorageSettings settings, Database database) {
    this.settings = settings;
    this.database = database;
    DataSource dataSource = database.dataSource();
    sessions = new SessionTable(dataSource);
    plans = new PlanTable(dataSource);
    measurements = new MeasurementTable(dataSource);
    intents = new IntentReader(dataSource);
    securityEvents = new SecurityEventTable(dataSource);
    securityJournal = SecurityJournal.start(securityEvents::save, InstantSource.system());
    stationTraits = new StationTraitsTable(dataSource);
    importLimits = new ImportLimitTable(dataSource);
    transactionIds = TransactionIdBlocks.in(dataSource);
    proxyTables = new ProxyTables(dataSource);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    writeBehind =
        WriteBehind.start(
            new Tables(
                sessions,
                plans,
                new IntentTable(dataSource),
                new LedgerTable(dataSource),
                measurements,
                action -> transaction.executeWithoutResult(_ -> action.run())),
            settings.limits());
  }

  /**
   * Opens the database and is ready for writing.
   *
   * @throws StorageException when that is impossible, with what to do about it
   */
  public static Storage open(StorageSettings settings) {
    Database database = Database.open(settings.database());
    try {
      return new Storage(settings, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Saving never fails with the database, and waits for it only a moment. */
  public SessionStore sessions() {
    return writeBehind.sessions();
  }

  /** Never waits for the database. */
  public PlanStore plans() {
    return writeBehind.plans();
  }

  /** Logging never fails with the database, and waits for it only a moment. */
  public IntentLog intents() {
    return writeBehind.intents();
  }

  /** Saving never waits for the database. */
  public LedgerStore ledgers() {
    return writeBehind.ledgers();
  }

  /** Never waits for the database. */
  public MeasurementLog measurements() {
    return writeBehind.measurements();
  }

  /** Never waits for the database. */
  public SecurityJournal securityJournal() {
    return securityJournal;
  }

  public SecurityEventQueries securityEventQueries() {
    return securityEvents;
  }

  /** Goes to the database directly and fails with it. */
  public StationTraitsTable stationTraits() {
    return stationTraits;
  }

  /** Goes to the database directly and fails with it. */
  public ImportLimitTable importLimits() {
    return importLimits;
  }

  /** Goes to the database directly and fails with it. */
  public GridLimitTable gridLimits() {
    return new GridLimitTable(database.dataSource());
  }

  /** Goes to the database directly and fails with it. */
  public PriceTable prices() {
    return new PriceTable(database.dataSource());
  }

  public TransactionIds transactionIds() {
    return transactionIds;
  }

  /** What the proxy keeps for a CSMS that is away. */
  public ProxyStore proxy() {
    return proxyTables;
  }

  public SessionQueries sessionQueries() {
    return sessions;
  }

  public PlanQueries planQueries() {
    return plans;
  }

  /** The old end of the tables. */
  public PastTable past() {
    return new PastTable(database.dataSource());
  }

  public MeasurementQueries measurementQueries() {
    return measurements;
  }

  public IntentQueries intentQueries() {
    return intents;
  }

  /** All that is stored of sessions. */
  public SessionTable sessionTable() {
    return sessions;
  }

  /**
   * Waits for the database to hold all sessions and intents that it was given until now.
   *
   * @return false when it does not answer, or not within the patience
   */
  public boolean settle(Duration patience) {
    return writeBehind.settle(patience);
  }

  /** The file that keeps what stations were told is accepted; empty where there is none. */
  public Optional<Path> acceptedFile() {
    return settings.accepted();
  }

  /** For metrics and health. */
  public WriteFigures figures() {
    return writeBehind.figures();
  }

  public Database database() {
    return database;
  }

  /** Writes what waits, then closes the database. */
  @Override
  public void close() {
    securityJournal.close();
    writeBehind.close(settings.flushDeadline());
    proxyTables.close();
    database.close();
  }
}
