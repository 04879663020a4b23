package energy.setpoint.der.device;

import java.util.concurrent.CompletionException;

/** Words for operators out of an exception. */
public final class Reason {

  private Reason() {}

  /** Such as {@code ConnectException: Connection refused}. */
  public static String of(Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof CompletionException && cause != null) {
      return of(cause);
    }
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return message == null || message.isBlank() ? name : name + ": " + message;
  }
}
