package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.failure.StorageException;
import energy.setpoint.core.port.TransactionIds;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transaction ids out of blocks that the database reserved for this engine, so that vehicles can
 * start while the database is away. What is left of a block at the end of the process is skipped.
 */
public final class TransactionIdBlocks implements TransactionIds {

  /** As the increment of the sequence in the migrations. */
  private static final int BLOCK = 100;

  private static final Logger log = LoggerFactory.getLogger(TransactionIdBlocks.class);

  private final IntSupplier reservation;
  private final Executor inBackground;
  private final Queue<Integer> ids = new ArrayDeque<>();
  private boolean reserving;

  /** Reserves the first block, so that starting fails where handing out would. */
  public static TransactionIdBlocks in(DataSource dataSource) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    return new TransactionIdBlocks(
        () ->
            jdbc.sql("select nextval('transaction_id_block')::integer")
                .query(Integer.class)
                .single(),
        task -> Thread.ofVirtual().name("transaction-ids").start(task));
  }

  /**
   * @param reservation gives the first id of a block that nobody else has
   */
  TransactionIdBlocks(IntSupplier reservation, Executor inBackground) {
    this.reservation = reservation;
    this.inBackground = inBackground;
    add(reservation.getAsInt());
  }

  /**
   * {@inheritDoc}
   *
   * @throws StorageException when the database is away for longer than two blocks last
   */
  @Override
  public int next() {
    Integer id = poll();
    while (id == null) {
      add(reserveNow());
      id = poll();
    }
    return id;
  }

  private synchronized @Nullable Integer poll() {
    Integer id = ids.poll();
    if (ids.size() <= BLOCK && !reserving) {
      reserving = true;
      inBackground.execute(this::reserveAhead);
    }
    return id;
  }

  private void reserveAhead() {
    try {
      add(reservation.getAsInt());
    } catch (DataAccessException e) {
      log.debug("No transaction ids ahead: {}", e.getMessage());
    } finally {
      endReserving();
    }
  }

  private synchronized void endReserving() {
    reserving = false;
  }

  private int reserveNow() {
    try {
      return reservation.getAsInt();
    } catch (DataAccessException e) {
      throw new StorageException(
          "No transaction id can be given out: all reserved ones are used and the database is away.",
          e);
    }
  }

  private synchronized void add(int first) {
    for (int id = first; id < first + BLOCK; id++) {
      ids.add(id);
    }
  }
}
