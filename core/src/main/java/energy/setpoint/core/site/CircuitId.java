package energy.setpoint.core.site;

/** Names a circuit within its site. */
public record CircuitId(String value) {

  public CircuitId {
    Names.requireName("circuit id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
