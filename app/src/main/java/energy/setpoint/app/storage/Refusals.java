package energy.setpoint.app.storage;

import energy.setpoint.app.storage.failure.StorageException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Says in the operator's words why a database cannot be used. */
final class Refusals {

  private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)((?:ssl)?password=)[^&]*");
  private static final Pattern PASSWORD_BEFORE_HOST = Pattern.compile("//([^/@:]*):[^/@]*@");

  private Refusals() {}

  /** A URL that may be shown. */
  static String withoutPassword(String url) {
    String shown = PASSWORD_PARAMETER.matcher(url).replaceAll("$1***");
    return PASSWORD_BEFORE_HOST.matcher(shown).replaceAll("//$1:***@");
  }

  static StorageException of(DatabaseSettings.External database, SQLException e) {
    return new StorageException(
        "Cannot use the database %s as user '%s': %s. %s"
            .formatted(
                withoutPassword(database.url()),
                database.user(),
                withoutPassword(firstLine(e)),
                advice(e)),
        e);
  }

  /** SQL states: appendix A of the PostgreSQL manual. */
  private static String advice(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          "Maybe user or password are wrong, or pg_hba.conf does not let this host in.";
      case "3D000" -> "Maybe create the database first: create database ... owner ...";
      case "42501" -> "Maybe grant the user 'create' on the database.";
      case "53300", "57P03" -> "Maybe wait: it is starting, stopping or has too many clients.";
      default ->
          isUnreachable(e)
              ? "Maybe it is not running, host or port are wrong, or a firewall is in between."
              : "Maybe the log of the database says more.";
    };
  }

  /** True when trying again later can help. */
  static boolean isUnreachable(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    String first = message.lines().findFirst().orElse("");
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
