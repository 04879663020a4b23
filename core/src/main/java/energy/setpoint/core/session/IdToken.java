package energy.setpoint.core.session;

/** What a driver or vehicle shows in order to charge; compared without regard to case. */
public record IdToken(String value) {

  public IdToken {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException(
          "An id token has 1 to 255 characters, not '" + value + "'.");
    }
  }

  public boolean isSameAs(IdToken other) {
    return value.equalsIgnoreCase(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
