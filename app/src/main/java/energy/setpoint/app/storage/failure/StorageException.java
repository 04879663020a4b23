package energy.setpoint.app.storage.failure;

/** The database cannot be used; the message is for the operator and says what may help. */
public final class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
