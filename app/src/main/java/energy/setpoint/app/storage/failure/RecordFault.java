package energy.setpoint.app.storage.failure;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells records that cannot be stored from a database that is away. */
public final class RecordFault {

  private RecordFault() {}

  /**
   * Whether repeating is pointless: the database refused the data themselves (SQL states 22 and 23)
   * or they could not even be written down. Everything else, a full disk included, may pass.
   */
  public static boolean isBehind(RuntimeException e) {
    boolean reachedTheDatabase = false;
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
      reachedTheDatabase |=
          cause instanceof SQLException
              || cause instanceof DataAccessException
              || cause instanceof TransactionException;
    }
    return !reachedTheDatabase;
  }
}
