package energy.setpoint.core.site;

/** Names a battery, inverter or meter within its site. */
public record DeviceId(String value) implements ControlPoint {

  public DeviceId {
    Names.requireName("device id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
